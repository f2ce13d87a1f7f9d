import { type Owner, ticketOf } from '../../bot/conversation.ts'
import type { DeskDepartment } from '../../bot/desk-state.ts'
import type { Blocked, DeskConversation } from '../../bot/desk-store.ts'
import type { Turn } from '../../bot/turn.ts'

// How the desk's part of a turn stands in rows, the same in every store.

/** What a turn changes at the desk; times as ISO 8601. `kind`: `offered` and an end without a ticket are the bot's. */
export type DeskChange = {
  readonly kind: DeskConversation['kind']
  readonly department: DeskDepartment | null
  readonly topic: string | null
  readonly since: string | null
  readonly dueAt: string | null
  readonly clerkId: string | null
  readonly clerkName: string | null
  readonly epoch: number
  readonly isAway: boolean
  readonly label: string | null
  readonly ticket: {
    readonly number: string
    readonly department: DeskDepartment
    readonly since: string
    readonly answerBy: string
    readonly contact: string | null
  } | null
  readonly rating: { readonly clerkId: string; readonly stars: number; readonly comment: string | null } | null
}

export function deskChange({ state, label, contact, clerkRated }: Turn): DeskChange {
  const { owner, memory, holds } = state
  const ticket = ticketOf(owner)
  const holder = owner.kind === 'clerk' ? owner : null
  return {
    kind: kindOf(owner),
    department: 'department' in owner ? owner.department : (ticket?.department ?? null),
    topic: memory.topic,
    since: sinceOf(owner)?.toISOString() ?? null,
    dueAt: owner.kind === 'queue' ? owner.deadline.toISOString() : null,
    clerkId: holder?.clerk.id ?? null,
    clerkName: holder?.clerk.name ?? null,
    epoch: holds,
    isAway: holder?.isAway ?? false,
    label: label ?? null,
    ticket: ticket && { ...ticket, since: ticket.since.toISOString(), contact: contact ?? null },
    rating: clerkRated ? { clerkId: clerkRated.clerk.id, stars: clerkRated.stars, comment: clerkRated.comment } : null,
  }
}

function kindOf(owner: Owner): DeskConversation['kind'] {
  if (owner.kind === 'queue' || owner.kind === 'clerk') return owner.kind
  return ticketOf(owner) ? 'ticket' : 'bot'
}

function sinceOf(owner: Owner): Date | null {
  return owner.kind === 'queue' || owner.kind === 'clerk' ? owner.since : (ticketOf(owner)?.since ?? null)
}

/** Whether a clerk's words of the conversation `d` were given up, by its channel or by e-mail, and nobody has seen to it. */
export const UNDELIVERED = `(
  EXISTS (SELECT 1 FROM delivery JOIN message USING (conversation_id, seq)
    WHERE delivery.conversation_id = d.conversation_id AND delivery.state = 'dead' AND NOT is_settled AND speaker = 'clerk')
  OR EXISTS (SELECT 1 FROM mail
    WHERE mail.conversation_id = d.conversation_id AND mail.state = 'dead' AND NOT is_settled AND mail.kind = 'answer'))`

/** What was given up and no administrator has noted. */
export const DEAD_LETTERS = `((SELECT count(*) FROM delivery WHERE state = 'dead' AND NOT is_noted)
  + (SELECT count(*) FROM mail WHERE state = 'dead' AND NOT is_noted))`

/** In how many conversations replies wait for a repair: of each only the first is tried. */
export const BLOCKED_REPLIES = `(SELECT count(*) FROM delivery WHERE state = 'waiting' AND repair_since IS NOT NULL)`

/** How many letters wait for one. */
const BLOCKED_LETTERS = `(SELECT count(*) FROM mail WHERE state = 'waiting' AND repair_since IS NOT NULL)`

export const BLOCKED = `SELECT ${BLOCKED_REPLIES} AS replies, ${BLOCKED_LETTERS} AS letters`

export function readBlocked(row: Readonly<Record<string, unknown>> | undefined): Blocked {
  return { replies: Number(row?.replies), letters: Number(row?.letters) }
}

/** Whether an alert tells of what is blocked: one that was made since the first was. */
export const IS_TOLD_OF_BLOCKED = `EXISTS (SELECT 1 FROM mail WHERE kind = 'alert'
  AND due_at >= (SELECT min(repair_since) FROM delivery WHERE state = 'waiting' AND repair_since IS NOT NULL))`

/** A listed conversation: `desk_conversation` as `d`, `conversation` as `c`. */
export const CONVERSATION = `
  SELECT d.conversation_id, c.number, d.kind, d.department, d.topic, d.since, d.due_at, d.clerk_id, d.clerk_name, d.epoch,
    d.is_away, d.label, c.last_seq, t.number AS ticket_number, t.opened_at AS ticket_since, t.answer_by,
    ${UNDELIVERED} AS is_undelivered,
    (SELECT speaker = 'citizen' FROM message m
      WHERE m.conversation_id = d.conversation_id AND speaker <> 'assistant' AND NOT is_for_clerks
      ORDER BY seq DESC LIMIT 1) AS is_awaiting
  FROM desk_conversation d
  JOIN conversation c ON c.id = d.conversation_id
  LEFT JOIN ticket t ON t.conversation_id = d.conversation_id AND t.closed_at IS NULL`

/** Rows written here alone, so they are read without a check. Dates, or ISO 8601. */
type DeskConversationRow = Readonly<Record<string, unknown>>

export function readDeskConversation(row: DeskConversationRow): DeskConversation {
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value))
  const moment = (value: unknown) => (value instanceof Date ? value : new Date(String(value)))
  return {
    conversationId: String(row.conversation_id),
    number: Number(row.number),
    kind: row.kind as DeskConversation['kind'],
    department: row.department as DeskDepartment,
    topic: text(row.topic),
    since: moment(row.since),
    deadline: row.due_at === null ? null : moment(row.due_at),
    clerk: row.clerk_id === null ? null : { id: String(row.clerk_id), name: String(row.clerk_name) },
    epoch: Number(row.epoch),
    isAway: Boolean(row.is_away),
    ticket:
      row.ticket_number === null
        ? null
        : {
            number: String(row.ticket_number),
            since: moment(row.ticket_since),
            answerBy: row.answer_by as NonNullable<DeskConversation['ticket']>['answerBy'],
          },
    label: text(row.label),
    isUndelivered: Boolean(row.is_undelivered),
    isAwaiting: Boolean(row.is_awaiting),
    lastSeq: Number(row.last_seq),
  }
}

/** Text as it is searched: without case and Polish marks, and on one line. */
export function searchable(text: string): string {
  const line = text.toLowerCase().replace(/\r?\n|\u00a0/g, ' ')
  return line.replace(/[ąćęłńóśźż]/g, letter => 'acelnoszz'['ąćęłńóśźż'.indexOf(letter)] ?? letter)
}

/** The pattern of a text that is looked for anywhere in another. */
export function likePattern(text: string): string {
  const kept = text.replaceAll('\0', ' ').trim()
  return `%${searchable(kept).replace(/[\\%_]/g, sign => `\\${sign}`)}%`
}
