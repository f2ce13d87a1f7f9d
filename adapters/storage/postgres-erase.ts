import type { PostgresDatabase } from './postgres-database.ts'

/** Leaves no row of a conversation in a PostgreSQL database, but of one that is held. Tells whoever watches. */
export async function eraseFromPostgres({ transaction }: PostgresDatabase, conversationId: string): Promise<void> {
  await transaction(async query => {
    // A turn that is being taken is waited for: what it writes would not be seen before.
    await query('SELECT 1 FROM conversation WHERE id = $1 FOR UPDATE', [conversationId])
    const held = await query('SELECT 1 FROM hold WHERE conversation_id = $1', [conversationId])
    if (held.length > 0) return
    await query('DELETE FROM learning_record WHERE conversation_id = $1', [conversationId])
    // The number is one that no reader has seen yet, so that whoever watches looks.
    await query(
      `WITH erased AS (DELETE FROM conversation WHERE id = $1 RETURNING id, last_seq)
       SELECT pg_notify('conversation', id || ':' || last_seq + 1) FROM erased`,
      [conversationId],
    )
  })
}
