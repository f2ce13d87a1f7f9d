import type { ChatKey, Chats } from '../../bot/chats.ts'
import { NEW_CONVERSATION, writeState } from '../../bot/conversation.ts'
import type { PostgresDatabase, Query } from './postgres-database.ts'

type ChatRow = { user_id: string; origin: string | null; ended_at: Date | null; last_seq: number }
type KeyRow = { number: string; conversation_id: string }

/** Chats in PostgreSQL. */
export function createPostgresChats(database: PostgresDatabase): Chats {
  return {
    async open({ source, userId, origin }, key, now) {
      return database.transaction(async query => {
        const [row] = await query<{ id: string }>(
          `WITH made AS (SELECT gen_random_uuid() AS id),
                opened AS (
                  INSERT INTO conversation (id, source, address, state, opened_at, active_at)
                  SELECT id, $1, id::text, $2, $3, $3 FROM made RETURNING id
                )
           INSERT INTO chat (conversation_id, user_id, origin) SELECT id, $4, $5 FROM opened RETURNING conversation_id AS id`,
          [source, writeState(NEW_CONVERSATION), now, userId, origin],
        )
        if (!row) throw new Error('the database did not say which conversation it opened')
        await addKey(query, row.id, key, now)
        return row.id
      })
    },

    async find(conversationId) {
      const [row] = await database.query<ChatRow>(
        `SELECT user_id, origin, ended_at, last_seq
         FROM chat JOIN conversation ON conversation.id = conversation_id WHERE conversation_id = $1`,
        [conversationId],
      )
      if (!row) return undefined
      const { user_id: userId, origin, ended_at: endedAt, last_seq: lastSeq } = row
      return { conversationId, userId, origin, endedAt, lastSeq }
    },

    async end(conversationId, endedAt) {
      await database.query('UPDATE chat SET ended_at = $1 WHERE conversation_id = $2', [endedAt, conversationId])
    },

    addKey: (conversationId, key, now) => addKey(database.query, conversationId, key, now),

    async useStreamKey(hash, now) {
      const [row] = await database.query<KeyRow & { is_valid: boolean }>(
        `DELETE FROM chat_key WHERE hash = $1 AND kind = 'stream' RETURNING conversation_id, expires_at > $2 AS is_valid`,
        [hash, now],
      )
      return row?.is_valid ? row.conversation_id : undefined
    },

    async useResumeKey(hash, origin, next, until, now) {
      return database.transaction(async query => {
        const [used] = await query<KeyRow>(
          `UPDATE chat_key SET expires_at = least(expires_at, $1) FROM chat
           WHERE hash = $2 AND kind = 'resume' AND expires_at > $3
             AND chat.conversation_id = chat_key.conversation_id AND ($4::text IS NULL OR chat.origin = $4)
           RETURNING number, chat_key.conversation_id`,
          [until, hash, now, origin],
        )
        if (!used) return undefined
        await query(`DELETE FROM chat_key WHERE conversation_id = $1 AND kind = 'resume' AND number < $2`, [
          used.conversation_id,
          used.number,
        ])
        await addKey(query, used.conversation_id, next, now)
        return used.conversation_id
      })
    },
  }
}

async function addKey(
  query: Query,
  conversationId: string,
  { kind, hash, expiresAt }: ChatKey,
  now: Date,
): Promise<void> {
  await query(
    `WITH forgotten AS (DELETE FROM chat_key WHERE conversation_id = $1 AND expires_at <= $5)
     INSERT INTO chat_key (hash, conversation_id, kind, expires_at) VALUES ($2, $1, $3, $4)`,
    [conversationId, hash, kind, expiresAt, now],
  )
}
