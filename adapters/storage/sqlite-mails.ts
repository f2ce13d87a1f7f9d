import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Mail } from '../../bot/mail.ts'
import type { Mails } from '../../bot/ports.ts'
import { IS_TOLD_OF_BLOCKED } from './desk-rows.ts'
import { MAIL_CONTENT, MAIL_TABLES, readMail } from './mail-rows.ts'
import { ALL } from './sqlite-statements.ts'
import type { StoreTiming } from './timing.ts'

/** The letters of a SQLite file. The schema is in migrations/sqlite/. */
export type SqliteMails = {
  readonly store: Mails
  /** Keeps what a turn wants sent, where there is an address. Part of its transaction. `firstSeq`: of its first reply. */
  readonly write: (conversationId: string, mails: readonly Mail[], firstSeq: number, at: string) => void
}

export function createSqliteMails(database: DatabaseSync, { leaseMs }: Pick<StoreTiming, 'leaseMs'>): SqliteMails {
  const prepare = (text: string) => database.prepare(text)
  const sql = {
    add: prepare(
      `INSERT INTO mail (message_id, conversation_id, kind, ticket_number, seq, due_at)
       SELECT ?1, ?2, ?3, t.number, ?4, ?5 FROM ticket t LEFT JOIN desk_department d ON d.department = t.department
       WHERE t.number = ?6 AND CASE ?3 WHEN 'answer' THEN t.contact ELSE d.mail END IS NOT NULL`,
    ),
    addAlert: prepare(addAlert('1')),
    addAlertOfBlocked: prepare(addAlert(`NOT ${IS_TOLD_OF_BLOCKED}`)),
    claim: prepare(
      `UPDATE mail SET epoch = epoch + 1, leased_until = unixepoch('subsec') + ?
       WHERE id IN (
         SELECT id FROM mail
         WHERE id IN (SELECT min(id) FROM mail WHERE state = 'waiting' GROUP BY conversation_id, kind)
           AND due_at <= ? AND leased_until <= unixepoch('subsec')
         ORDER BY attempts, id LIMIT ?
       )
       RETURNING id`,
    ),
    content: prepare(`SELECT ${MAIL_CONTENT} FROM mail m ${MAIL_TABLES} WHERE m.id = ?`),
    setDelivered: prepare(
      `UPDATE mail SET state = 'delivered', attempts = attempts + 1 WHERE id = ? AND epoch = ? AND state = 'waiting'`,
    ),
    setFailed: prepare(
      `UPDATE mail SET state = ?1, due_at = coalesce(?2, due_at), attempts = attempts + (?3 IS NULL), leased_until = 0,
         repair_since = CASE WHEN ?3 IS NULL THEN NULL ELSE coalesce(repair_since, ?3) END
       WHERE id = ?4 AND epoch = ?5 AND state = 'waiting'`,
    ),
  }

  return {
    write(conversationId, mails, firstSeq, at) {
      for (const mail of mails) {
        const seq = mail.kind === 'answer' ? firstSeq + mail.place : null
        sql.add.run(randomUUID(), conversationId, mail.kind, seq, at, mail.ticket)
      }
    },

    store: {
      async claimDeliveries(now, most = ALL) {
        const claimed = sql.claim.all(leaseMs / 1000, now.toISOString(), most)
        return claimed.flatMap(({ id }) => sql.content.all(Number(id))).map(readMail)
      },
      async delivered({ id, epoch }) {
        sql.setDelivered.run(id, epoch)
      },
      async failed({ id, epoch }, dueAt, blockedAt = null) {
        const state = dueAt === null ? 'dead' : 'waiting'
        sql.setFailed.run(state, dueAt?.toISOString() ?? null, blockedAt?.toISOString() ?? null, id, epoch)
      },
      async alert(now) {
        sql.addAlert.run(randomUUID(), now.toISOString())
      },
      async alertOfBlocked(now) {
        sql.addAlertOfBlocked.run(randomUUID(), now.toISOString())
      },
    },
  }
}

function addAlert(condition: string): string {
  return `INSERT INTO mail (message_id, kind, due_at)
    SELECT ?1, 'alert', max(?2, coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', max(due_at), '+1 hour'), ''))
    FROM mail WHERE kind = 'alert' HAVING ${condition} ON CONFLICT DO NOTHING`
}
