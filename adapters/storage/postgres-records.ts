import type { Records } from '../../bot/records.ts'
import type { Query } from './postgres-database.ts'
import type { PostgresHistory } from './postgres-history.ts'
import { LEARNT, RATINGS, RECORD, readLearnt, readRating, readRecord, readTicket, TICKETS } from './record-rows.ts'

type Row = Record<string, unknown>

/** Conversations of a PostgreSQL database as wholes. */
export function createPostgresRecords(query: Query, history: PostgresHistory): Records {
  async function byId(conversationId: string) {
    const [row] = await query<Row>(`${RECORD} WHERE c.id = $1`, [conversationId])
    return row && readRecord(row)
  }

  return {
    async find(key) {
      if ('conversationId' in key) return byId(key.conversationId)
      const [row] = await query<Row>(`${RECORD} WHERE c.number = $1`, [key.number])
      return row && readRecord(row)
    },

    async copy(conversationId) {
      const record = await byId(conversationId)
      if (!record) return undefined
      const of = (statement: string, order: string) =>
        query<Row>(`${statement} WHERE conversation_id = $1 ORDER BY ${order}`, [conversationId])
      const [messages, tickets, ratings, learnt] = await Promise.all([
        history(conversationId, 0, false),
        of(TICKETS, 'opened_at'),
        of(RATINGS, 'id'),
        of(LEARNT, 'seq'),
      ])
      return {
        record,
        messages,
        tickets: tickets.map(readTicket),
        ratings: ratings.map(readRating),
        learnt: learnt.map(readLearnt),
      }
    },

    async among(conversationIds) {
      const rows = await query<{ id: string }>('SELECT id FROM conversation WHERE id = ANY($1::uuid[])', [
        conversationIds,
      ])
      return rows.map(({ id }) => id)
    },
  }
}
