import type { DatabaseSync } from 'node:sqlite'
import type { Delivery, Outbox } from '../../bot/ports.ts'
import { readReply } from './rows.ts'
import { ALL, QUESTION } from './sqlite-statements.ts'
import type { StoreTiming } from './timing.ts'

/** Replies of a SQLite file that are to be pushed. The schema is in migrations/sqlite/. */
export function createSqliteOutbox(database: DatabaseSync, { leaseMs }: Pick<StoreTiming, 'leaseMs'>): Outbox {
  const prepare = (text: string) => database.prepare(text)
  const sql = {
    claim: prepare(
      `UPDATE delivery SET epoch = epoch + 1, leased_until = unixepoch('subsec') + ?
       WHERE id IN (
         SELECT id FROM delivery
         WHERE id IN (SELECT min(id) FROM delivery WHERE state = 'waiting' GROUP BY conversation_id)
           AND due_at <= ? AND leased_until <= unixepoch('subsec')
         ORDER BY attempts, id LIMIT ?
       )
       RETURNING id, epoch, conversation_id, attempts`,
    ),
    content: prepare(
      `SELECT source, return_path, body, explanation, clerk_id, clerk_name, is_for_clerks, ${QUESTION}
       FROM delivery
       JOIN message USING (conversation_id, seq)
       JOIN conversation ON conversation.id = delivery.conversation_id
       WHERE delivery.id = ?`,
    ),
    setDelivered: prepare(
      `UPDATE delivery SET state = 'delivered', attempts = attempts + 1 WHERE id = ? AND epoch = ? AND state = 'waiting'`,
    ),
    setFailed: prepare(
      `UPDATE delivery SET state = ?1, due_at = ?2, attempts = attempts + (?3 IS NULL), leased_until = 0,
         repair_since = CASE WHEN ?3 IS NULL THEN NULL ELSE coalesce(repair_since, ?3) END
       WHERE id = ?4 AND epoch = ?5 AND state = 'waiting'`,
    ),
  }

  return {
    async claimDeliveries(now, most = ALL) {
      return sql.claim.all(leaseMs / 1000, now.toISOString(), most).map((row): Delivery => {
        const { source, return_path, ...content } = sql.content.get(Number(row.id)) ?? {}
        const { body, explanation, question, clerk_id, clerk_name, is_for_clerks } = content
        return {
          id: Number(row.id),
          epoch: Number(row.epoch),
          conversationId: String(row.conversation_id),
          source: String(source),
          returnPath: String(return_path),
          reply: readReply({ body, explanation, question, clerk_id, clerk_name, is_for_clerks }),
          attempts: Number(row.attempts),
        }
      })
    },

    async delivered({ id, epoch }) {
      sql.setDelivered.run(id, epoch)
    },

    async failed({ id, epoch }, dueAt, blockedAt = null) {
      const state = dueAt === null ? 'dead' : 'waiting'
      sql.setFailed.run(state, dueAt?.toISOString() ?? '', blockedAt?.toISOString() ?? null, id, epoch)
    },
  }
}
