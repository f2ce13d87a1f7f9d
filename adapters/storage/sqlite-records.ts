import type { DatabaseSync } from 'node:sqlite'
import type { Records } from '../../bot/records.ts'
import { LEARNT, RATINGS, RECORD, readLearnt, readRating, readRecord, readTicket, TICKETS } from './record-rows.ts'
import type { SqliteHistory } from './sqlite-history.ts'

/** Conversations of a SQLite file as wholes. */
export function createSqliteRecords(database: DatabaseSync, history: SqliteHistory): Records {
  const prepare = (text: string) => database.prepare(text)
  const sql = {
    byNumber: prepare(`${RECORD} WHERE c.number = ?`),
    byId: prepare(`${RECORD} WHERE c.id = ?`),
    among: prepare('SELECT id FROM conversation WHERE id IN (SELECT value FROM json_each(?))'),
    tickets: prepare(`${TICKETS} WHERE conversation_id = ? ORDER BY opened_at`),
    ratings: prepare(`${RATINGS} WHERE conversation_id = ? ORDER BY id`),
    learnt: prepare(`${LEARNT} WHERE conversation_id = ? ORDER BY seq`),
  }

  return {
    async find(key) {
      const row = 'number' in key ? sql.byNumber.get(key.number) : sql.byId.get(key.conversationId)
      return row && readRecord(row)
    },

    async copy(conversationId) {
      const row = sql.byId.get(conversationId)
      return (
        row && {
          record: readRecord(row),
          messages: history(conversationId, 0, false),
          tickets: sql.tickets.all(conversationId).map(readTicket),
          ratings: sql.ratings.all(conversationId).map(readRating),
          learnt: sql.learnt.all(conversationId).map(readLearnt),
        }
      )
    },

    async among(conversationIds) {
      return sql.among.all(JSON.stringify(conversationIds)).map(({ id }) => String(id))
    },
  }
}
