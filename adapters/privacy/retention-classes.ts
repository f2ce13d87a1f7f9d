import type { RetentionSettings } from '../config.ts'

/** Kinds of data that are kept for a time of their own, in the order in which they are deleted. */
export const RETENTION_CLASSES = [
  'event-keys',
  'bare-event-keys',
  'tickets',
  'dead-letters',
  'dead-mails',
  'bot-conversations',
  'clerk-conversations',
  'learning-records',
  'audit-entries',
  'desk-reads',
] as const

export type RetentionClass = (typeof RETENTION_CLASSES)[number]

/** Which rows of one table are over. SQL of both databases; `$1`, `$2` are the moments before which they are, as `days` says. */
export type Over = {
  readonly table: string
  /** Its primary key, which also says what goes first. */
  readonly key: string
  /** When a row began to age. */
  readonly since: string
  readonly condition: string
  readonly days: (settings: RetentionSettings) => readonly number[]
}

/** What a hold keeps is not over. `id`: the column with the conversation's id. */
const notHeld = (id: string) => `NOT EXISTS (SELECT 1 FROM hold WHERE hold.conversation_id = ${id})`

const CLERK_TOOK_PART = `(
  EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = conversation.id AND m.speaker = 'clerk')
  OR EXISTS (SELECT 1 FROM desk_conversation d WHERE d.conversation_id = conversation.id AND d.epoch > 0))`

/** Nobody owes the citizen an answer, and no ticket is still kept, which would go with its conversation. */
const SETTLED = `NOT stays_open
  AND NOT EXISTS (SELECT 1 FROM ticket t
    WHERE t.conversation_id = conversation.id AND (t.closed_at IS NULL OR t.closed_at >= $2))
  AND NOT EXISTS (SELECT 1 FROM inbox i WHERE i.conversation_id = conversation.id AND i.state = 'accepted')
  AND ${notHeld('conversation.id')}`

const DELIVERY_SINCE = `(SELECT m.written_at FROM message m
  WHERE m.conversation_id = delivery.conversation_id AND m.seq = delivery.seq)`

/** What is over of each kind. */
export const OVER: Readonly<Record<RetentionClass, Over>> = {
  tickets: {
    table: 'ticket',
    key: 'number',
    since: 'closed_at',
    condition: `closed_at < $1 AND ${notHeld('ticket.conversation_id')}`,
    days: ({ ticketDays }) => [ticketDays],
  },
  'dead-letters': {
    table: 'delivery',
    key: 'id',
    since: DELIVERY_SINCE,
    condition: `state = 'dead' AND ${DELIVERY_SINCE} < $1 AND ${notHeld('delivery.conversation_id')}`,
    days: ({ deadLetterDays }) => [deadLetterDays],
  },
  'dead-mails': {
    table: 'mail',
    key: 'id',
    since: 'due_at',
    // An alert hangs on no conversation with which it would go.
    condition: `(state = 'dead' OR (kind = 'alert' AND state = 'delivered')) AND due_at < $1 AND ${notHeld('mail.conversation_id')}`,
    days: ({ deadLetterDays }) => [deadLetterDays],
  },
  'bot-conversations': {
    table: 'conversation',
    key: 'number',
    since: 'active_at',
    condition: `active_at < $1 AND ${SETTLED} AND NOT ${CLERK_TOOK_PART}`,
    days: ({ botDays, ticketDays }) => [botDays, ticketDays],
  },
  'clerk-conversations': {
    table: 'conversation',
    key: 'number',
    since: 'active_at',
    condition: `active_at < $1 AND ${SETTLED} AND ${CLERK_TOOK_PART}`,
    days: ({ clerkDays, ticketDays }) => [clerkDays, ticketDays],
  },
  'event-keys': {
    table: 'inbox',
    key: 'id',
    since: 'accepted_at',
    condition: `accepted_at < $1 AND state <> 'accepted' AND NOT is_forgotten AND ${notHeld('inbox.conversation_id')}`,
    days: ({ keyDays }) => [keyDays],
  },
  'bare-event-keys': {
    table: 'bare_event_key',
    key: 'hash',
    since: 'accepted_at',
    condition: 'accepted_at < $1',
    days: ({ keyDays }) => [keyDays],
  },
  'learning-records': {
    table: 'learning_record',
    key: 'conversation_id, seq',
    since: 'written_at',
    condition: `written_at < $1 AND ${notHeld('learning_record.conversation_id')}`,
    days: ({ learningDays }) => [learningDays],
  },
  // From the oldest on without a gap, and never the newest: the rest must still prove that it is whole.
  'audit-entries': {
    table: 'audit_entry',
    key: 'number',
    since: 'at',
    condition: `number < coalesce(
      (SELECT min(kept.number) FROM audit_entry kept WHERE kept.at >= $1), (SELECT number FROM audit_head))`,
    days: ({ auditDays }) => [auditDays],
  },
  'desk-reads': {
    table: 'desk_read',
    key: 'id',
    since: 'read_at',
    condition: `read_at < $1 AND ${notHeld('desk_read.conversation_id')}`,
    days: ({ auditDays }) => [auditDays],
  },
}

const DAY_MS = 86_400_000

/** The moments before which rows of a kind are over, for `$1`, `$2` of its condition. */
export function endsOf(kind: RetentionClass, settings: RetentionSettings, now: Date): readonly Date[] {
  return OVER[kind].days(settings).map(days => new Date(now.getTime() - days * DAY_MS))
}
