import type { MailPath, MailSubject } from '../../bot/mail.ts'
import type { Delivery } from '../../bot/ports.ts'
import type { ExplainedReply } from '../../bot/turn.ts'
import { BLOCKED_REPLIES, DEAD_LETTERS } from './desk-rows.ts'
import { readReply } from './rows.ts'

/** Deliveries of letters come from here, and from no channel of citizens. */
const SOURCE = 'mail'

/** Letters that bring no message say what they say by their path. */
const NOTHING_SAID: ExplainedReply = { reply: { blocks: [], choices: [] }, explanation: null }

/**
 * What a claimed letter is to be sent with: `mail` as `m`, with its ticket, where it goes, the message that it brings, and what was
 * given up and blocked so far. Letters never explain an answer, so that what was asked is not read.
 */
export const MAIL_CONTENT = `
  m.id, m.message_id, m.conversation_id, m.kind, m.ticket_number, m.attempts, m.epoch, t.department, t.opened_at,
  CASE m.kind WHEN 'answer' THEN t.contact WHEN 'ticket' THEN d.mail END AS send_to,
  ${DEAD_LETTERS} AS dead_letters, ${BLOCKED_REPLIES} AS blocked,
  message.body, NULL AS explanation, NULL AS question, message.clerk_id, message.clerk_name, message.is_for_clerks`

export const MAIL_TABLES = `
  LEFT JOIN ticket t ON t.number = m.ticket_number
  LEFT JOIN desk_department d ON d.department = t.department
  LEFT JOIN message ON message.conversation_id = m.conversation_id AND message.seq = m.seq`

type MailRow = Readonly<Record<string, unknown>>

/** Rows written here alone, so they are read without a check. */
export function readMail(row: MailRow): Delivery {
  const path: MailPath = { messageId: String(row.message_id), about: aboutOf(row) }
  const { body, explanation, question, clerk_id, clerk_name, is_for_clerks } = row
  return {
    id: Number(row.id),
    epoch: Number(row.epoch),
    conversationId: String(row.conversation_id ?? ''),
    source: SOURCE,
    returnPath: JSON.stringify(path),
    reply:
      body === null ? NOTHING_SAID : readReply({ body, explanation, question, clerk_id, clerk_name, is_for_clerks }),
    attempts: Number(row.attempts),
  }
}

function aboutOf(row: MailRow): MailSubject {
  const kind = row.kind as MailSubject['kind']
  const ticket = String(row.ticket_number)
  const to = typeof row.send_to === 'string' ? row.send_to : null
  switch (kind) {
    case 'ticket': {
      const { opened_at: since } = row
      return {
        kind,
        to,
        ticket,
        department: row.department as Extract<MailSubject, { kind: 'ticket' }>['department'],
        since: since instanceof Date ? since.toISOString() : String(since),
      }
    }
    case 'answer':
      return { kind, to, ticket }
    case 'alert':
      return { kind, deadLetters: Number(row.dead_letters), blocked: Number(row.blocked) }
  }
}
