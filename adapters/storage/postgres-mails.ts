import type { Mail } from '../../bot/mail.ts'
import type { Mails } from '../../bot/ports.ts'
import { IS_TOLD_OF_BLOCKED } from './desk-rows.ts'
import { MAIL_CONTENT, MAIL_TABLES, readMail } from './mail-rows.ts'
import type { Query } from './postgres-database.ts'
import type { StoreTiming } from './timing.ts'

/** The letters of a PostgreSQL database. */
export function createPostgresMails(query: Query, { leaseMs }: Pick<StoreTiming, 'leaseMs'>): Mails {
  return {
    async claimDeliveries(now, most) {
      const rows = await query<Record<string, unknown>>(
        `WITH due AS MATERIALIZED (
           SELECT id FROM mail
           WHERE id IN (SELECT min(id) FROM mail WHERE state = 'waiting' GROUP BY conversation_id, kind)
             AND state = 'waiting' AND due_at <= $2 AND leased_until <= clock_timestamp()
           ORDER BY attempts, id LIMIT $3 FOR UPDATE SKIP LOCKED
         ), m AS (
           UPDATE mail SET epoch = epoch + 1, leased_until = clock_timestamp() + $1 * interval '1 ms'
           FROM due WHERE mail.id = due.id
           RETURNING mail.*
         )
         SELECT ${MAIL_CONTENT} FROM m ${MAIL_TABLES} ORDER BY m.id`,
        [leaseMs, now, most],
      )
      return rows.map(readMail)
    },
    async delivered({ id, epoch }) {
      await query(
        `UPDATE mail SET state = 'delivered', attempts = attempts + 1 WHERE id = $1 AND epoch = $2 AND state = 'waiting'`,
        [id, epoch],
      )
    },
    async failed({ id, epoch }, dueAt, blockedAt = null) {
      await query(
        `UPDATE mail SET state = $1, due_at = coalesce($2, due_at), leased_until = '-infinity',
           attempts = attempts + CASE WHEN $3::timestamptz IS NULL THEN 1 ELSE 0 END,
           repair_since = CASE WHEN $3::timestamptz IS NOT NULL THEN coalesce(repair_since, $3) END
         WHERE id = $4 AND epoch = $5 AND state = 'waiting'`,
        [dueAt === null ? 'dead' : 'waiting', dueAt, blockedAt, id, epoch],
      )
    },
    async alert(now) {
      await query(addAlert('true'), [now])
    },
    async alertOfBlocked(now) {
      await query(addAlert(`NOT ${IS_TOLD_OF_BLOCKED}`), [now])
    },
  }
}

function addAlert(condition: string): string {
  return `INSERT INTO mail (kind, due_at)
    SELECT 'alert', greatest($1::timestamptz, max(due_at) + interval '1 hour')
    FROM mail WHERE kind = 'alert' HAVING ${condition} ON CONFLICT DO NOTHING`
}

/** Keeps what a turn wants sent, where there is an address. Part of its transaction, after its `replies` were written. */
export async function writePostgresMails(
  query: Query,
  conversationId: string,
  mails: readonly Mail[],
  replies: number,
  now: Date,
): Promise<void> {
  for (const mail of mails) {
    await query(
      `INSERT INTO mail (conversation_id, kind, ticket_number, seq, due_at)
       SELECT c.id, $2::text, t.number, c.last_seq - $3::integer, $4::timestamptz
       FROM conversation c JOIN ticket t ON t.number = $5 LEFT JOIN desk_department d ON d.department = t.department
       WHERE c.id = $1 AND CASE $2::text WHEN 'answer' THEN t.contact ELSE d.mail END IS NOT NULL`,
      [conversationId, mail.kind, mail.kind === 'answer' ? replies - 1 - mail.place : null, now, mail.ticket],
    )
  }
}
