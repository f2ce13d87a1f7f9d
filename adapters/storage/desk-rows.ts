import { type Owner, ticketOf } from '../../bot/conversation.ts'
import type { DeskDepartment } from '../../bot/desk-state.ts'
import type { DeskConversation } from '../../bot/desk-store.ts'
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
    lastSeq: Number(row.last_seq),
  }
}

/** Text as it is searched: without case and Polish marks. */
export function searchable(text: string): string {
  return text.toLowerCase().replace(/[ąćęłńóśźż]/g, letter => 'acelnoszz'['ąćęłńóśźż'.indexOf(letter)] ?? letter)
}

/** The pattern of a text that is looked for anywhere in another. */
export function likePattern(text: string): string {
  return `%${searchable(text.trim()).replace(/[\\%_]/g, sign => `\\${sign}`)}%`
}
