import type { Delivery, Outbox } from '../../bot/ports.ts'
import type { Query } from './postgres-database.ts'
import { REPLY, type ReplyRow } from './postgres-history.ts'
import { readReply } from './rows.ts'
import type { StoreTiming } from './timing.ts'

type DeliveryRow = ReplyRow & {
  id: string
  epoch: number
  conversation_id: string
  attempts: number
  source: string
  return_path: string
}

/** Replies of a PostgreSQL database that are to be pushed. */
export function createPostgresOutbox(query: Query, { leaseMs }: Pick<StoreTiming, 'leaseMs'>): Outbox {
  return {
    async claimDeliveries(now, most) {
      const rows = await query<DeliveryRow>(
        `WITH due AS MATERIALIZED (
           SELECT id FROM delivery d
           WHERE state = 'waiting' AND due_at <= $2 AND leased_until <= clock_timestamp() AND NOT EXISTS (
             SELECT 1 FROM delivery earlier
             WHERE earlier.conversation_id = d.conversation_id AND earlier.state = 'waiting' AND earlier.id < d.id
           )
           ORDER BY attempts, id LIMIT $3 FOR UPDATE SKIP LOCKED
         ), claimed AS (
           UPDATE delivery d SET epoch = epoch + 1, leased_until = clock_timestamp() + $1 * interval '1 ms'
           FROM due WHERE d.id = due.id
           RETURNING d.id, epoch, conversation_id, seq, attempts
         )
         SELECT claimed.*, source, return_path, ${REPLY}
         FROM claimed JOIN message USING (conversation_id, seq) JOIN conversation ON conversation.id = claimed.conversation_id`,
        [leaseMs, now, most],
      )
      return rows.map(
        (row): Delivery => ({
          id: Number(row.id),
          epoch: row.epoch,
          conversationId: row.conversation_id,
          source: row.source,
          returnPath: row.return_path,
          reply: readReply(row),
          attempts: row.attempts,
        }),
      )
    },

    async delivered({ id, epoch }) {
      await query(
        `UPDATE delivery SET state = 'delivered', attempts = attempts + 1 WHERE id = $1 AND epoch = $2 AND state = 'waiting'`,
        [id, epoch],
      )
    },

    async failed({ id, epoch }, dueAt, blockedAt = null) {
      await query(
        `UPDATE delivery SET state = $1, due_at = coalesce($2, due_at), leased_until = '-infinity',
           attempts = attempts + CASE WHEN $3::timestamptz IS NULL THEN 1 ELSE 0 END,
           repair_since = CASE WHEN $3::timestamptz IS NOT NULL THEN coalesce(repair_since, $3) END
         WHERE id = $4 AND epoch = $5 AND state = 'waiting'`,
        [dueAt === null ? 'dead' : 'waiting', dueAt, blockedAt, id, epoch],
      )
    },
  }
}
