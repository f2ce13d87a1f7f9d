import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { ChatKey, Chats } from '../../bot/chats.ts'
import { NEW_CONVERSATION, writeState } from '../../bot/conversation.ts'
import { inTransaction } from './sqlite-transaction.ts'

/** Chats in a SQLite file. The schema is in migrations/sqlite/. */
export function createSqliteChats(database: DatabaseSync): Chats {
  const sql = chatStatements(database)

  function addKey(conversationId: string, { kind, hash, expiresAt }: ChatKey, now: Date): void {
    sql.forgetKeys.run(conversationId, now.toISOString())
    sql.addKey.run(hash, conversationId, kind, expiresAt.toISOString())
  }

  return {
    async open({ source, userId, origin }, key, now) {
      const id = randomUUID()
      const at = now.toISOString()
      inTransaction(database, () => {
        sql.openConversation.run(id, source, id, writeState(NEW_CONVERSATION), at, at)
        sql.addChat.run(id, userId, origin)
        addKey(id, key, now)
      })
      return id
    },

    async find(conversationId) {
      const row = sql.chat.get(conversationId)
      if (!row) return undefined
      return {
        conversationId,
        userId: String(row.user_id),
        origin: row.origin === null ? null : String(row.origin),
        endedAt: row.ended_at === null ? null : new Date(String(row.ended_at)),
        lastSeq: Number(row.last_seq),
      }
    },

    async end(conversationId, endedAt) {
      sql.end.run(endedAt?.toISOString() ?? null, conversationId)
    },

    async addKey(conversationId, key, now) {
      inTransaction(database, () => addKey(conversationId, key, now))
    },

    async useStreamKey(hash, now) {
      const row = sql.useStreamKey.get(hash)
      return row && String(row.expires_at) > now.toISOString() ? String(row.conversation_id) : undefined
    },

    async useResumeKey(hash, origin, next, until, now) {
      return inTransaction(database, () => {
        const used = sql.resumeKey.get(hash, now.toISOString(), origin, origin)
        if (!used) return undefined
        const conversationId = String(used.conversation_id)
        sql.forgetOlder.run(conversationId, Number(used.number))
        sql.limitKey.run(until.toISOString(), Number(used.number))
        addKey(conversationId, next, now)
        return conversationId
      })
    },
  }
}

function chatStatements(database: DatabaseSync) {
  const prepare = (text: string) => database.prepare(text)
  return {
    openConversation: prepare(
      'INSERT INTO conversation (id, source, address, state, opened_at, active_at) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    addChat: prepare('INSERT INTO chat (conversation_id, user_id, origin) VALUES (?, ?, ?)'),
    chat: prepare(
      `SELECT user_id, origin, ended_at, last_seq
       FROM chat JOIN conversation ON conversation.id = conversation_id WHERE conversation_id = ?`,
    ),
    end: prepare('UPDATE chat SET ended_at = ? WHERE conversation_id = ?'),
    addKey: prepare('INSERT INTO chat_key (hash, conversation_id, kind, expires_at) VALUES (?, ?, ?, ?)'),
    forgetKeys: prepare('DELETE FROM chat_key WHERE conversation_id = ? AND expires_at <= ?'),
    useStreamKey: prepare(
      `DELETE FROM chat_key WHERE hash = ? AND kind = 'stream' RETURNING conversation_id, expires_at`,
    ),
    resumeKey: prepare(
      `SELECT number, conversation_id FROM chat_key JOIN chat USING (conversation_id)
       WHERE hash = ? AND kind = 'resume' AND expires_at > ? AND (? IS NULL OR origin = ?)`,
    ),
    forgetOlder: prepare(`DELETE FROM chat_key WHERE conversation_id = ? AND kind = 'resume' AND number < ?`),
    limitKey: prepare('UPDATE chat_key SET expires_at = min(expires_at, ?) WHERE number = ?'),
  }
}
