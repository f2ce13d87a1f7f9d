import { hashOfEvent } from './hash-of-event.ts'
import type { PostgresDatabase, Query } from './postgres-database.ts'

/** Leaves no row of a conversation but bare keys in a PostgreSQL database; one that is held stays. Tells whoever watches. */
export async function eraseFromPostgres({ transaction }: PostgresDatabase, conversationId: string): Promise<void> {
  await transaction(async query => {
    // A turn that is being taken is waited for: what it writes would not be seen before.
    await query('SELECT 1 FROM conversation WHERE id = $1 FOR UPDATE', [conversationId])
    const held = await query('SELECT 1 FROM hold WHERE conversation_id = $1', [conversationId])
    if (held.length > 0) return
    await keepBareKeys(query, conversationId)
    await query('DELETE FROM learning_record WHERE conversation_id = $1', [conversationId])
    // The number is one that no reader has seen yet, so that whoever watches looks.
    await query(
      `WITH erased AS (DELETE FROM conversation WHERE id = $1 RETURNING id, last_seq)
       SELECT pg_notify('conversation', id || ':' || last_seq + 1) FROM erased`,
      [conversationId],
    )
  })
}

type EventRow = { source: string; address: string; external_id: string; accepted_at: Date }

/** A sender may repeat an event for days, which must not bring back what was erased. */
async function keepBareKeys(query: Query, conversationId: string): Promise<void> {
  const events = await query<EventRow>(
    'SELECT source, address, external_id, accepted_at FROM inbox WHERE conversation_id = $1',
    [conversationId],
  )
  await query(
    `INSERT INTO bare_event_key (hash, accepted_at)
     SELECT * FROM unnest($1::text[], $2::timestamptz[]) ON CONFLICT DO NOTHING`,
    [
      events.map(({ external_id: externalId, ...event }) => hashOfEvent({ ...event, externalId })),
      events.map(event => event.accepted_at),
    ],
  )
}
