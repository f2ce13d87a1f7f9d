import { z } from 'zod'
import { DESK_ACTS } from '../dialogs/choice.ts'
import { FOREIGN_LANGUAGES } from '../dialogs/foreign-language.ts'
import { type Memory, NOTHING_REMEMBERED } from '../dialogs/memory.ts'
import { ASPECTS } from '../knowledge/topic.ts'
import { type Clerk, DESK_DEPARTMENTS, type DeskDepartment } from './desk-state.ts'

/** What is remembered of a conversation between turns. */
export type Conversation = {
  readonly id: string
  readonly owner: Owner
  readonly memory: Memory
  /** Whether the assistant has said what it is. */
  readonly isGreeted: boolean
  /** Whether a group was told that the assistant talks to one person only. */
  readonly isGroupRefused: boolean
  /** Whether the citizen was asked for a contact detail. */
  readonly isContactExpected: boolean
  /** Whether the citizen was asked which department their matter belongs to. */
  readonly isDepartmentAsked: boolean
  /** The end of the citizen's last message, in which a number may have begun. */
  readonly tail: Tail | null
  /** When the citizen was last heard of, so that a long pause is noticed. */
  readonly heardAt: Date | null
  /** Holds of clerks so far. */
  readonly holds: number
  /** Tickets so far. */
  readonly tickets: number
  /** The clerk that the citizen was asked to rate and has not rated yet. */
  readonly rates: Clerk | null
}

/**
 * Who speaks to the citizen, or who is to. A person is offered in `offer-person.ts`; the ways to one are in `hand-over.ts`, and
 * the other transitions in the turn of whoever causes them: `waiting-turn.ts`, `end-turn.ts`, `clerk-turn.ts`, `clock-turn.ts`,
 * `undelivered-turn.ts`.
 */
export type Owner =
  | { readonly kind: 'bot' }
  /** A person was offered; the bot still speaks. */
  | { readonly kind: 'offered'; readonly department: DeskDepartment }
  /** Waits for a clerk until `deadline`; the bot speaks meanwhile. `ticket`: one that is open besides. */
  | {
      readonly kind: 'queue'
      readonly department: DeskDepartment
      readonly since: Date
      readonly deadline: Date
      readonly ticket: Ticket | null
    }
  /** The clerk alone speaks. `epoch` counts the holds of the conversation: what an older one says is refused. */
  | {
      readonly kind: 'clerk'
      readonly department: DeskDepartment
      readonly since: Date
      readonly clerk: Clerk
      readonly epoch: number
      /** Whether the citizen was told that the clerk has lost the connection. */
      readonly isAway: boolean
      readonly ticket: Ticket | null
    }
  /** A clerk answers later; the bot speaks meanwhile. */
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  /** Ended by the citizen. A ticket is answered all the same. */
  | { readonly kind: 'closed'; readonly since: Date; readonly ticket: Ticket | null }

/** A question that a clerk answers later. */
export type Ticket = {
  /** For people, such as `Z-1042`. */
  readonly number: string
  readonly department: DeskDepartment
  readonly since: Date
  readonly answerBy: AnswerWay
}

/** How the citizen wants to be answered. The address or telephone number is kept with the ticket alone. */
export const ANSWER_WAYS = ['chat', 'e-mail', 'phone'] as const

export type AnswerWay = (typeof ANSWER_WAYS)[number]

/** The end of a masked text and the number of its message. */
export type Tail = { readonly seq: number; readonly text: string }

/** The part of a conversation that turns change. */
export type ConversationState = Omit<Conversation, 'id'>

export const NEW_CONVERSATION: ConversationState = {
  owner: { kind: 'bot' },
  memory: NOTHING_REMEMBERED,
  isGreeted: false,
  isGroupRefused: false,
  isContactExpected: false,
  isDepartmentAsked: false,
  tail: null,
  heardAt: null,
  holds: 0,
  tickets: 0,
  rates: null,
}

/** Whether originals of masked messages are sealed and kept: only while a person needs them (design: discretion). */
export function keepsOriginals({ owner, isContactExpected }: ConversationState): boolean {
  return hasPerson({ owner }) || isContactExpected
}

/** Whether a person is involved, or about to be. */
export function hasPerson({ owner }: Pick<ConversationState, 'owner'>): boolean {
  return owner.kind === 'offered' || owner.kind === 'queue' || owner.kind === 'clerk'
}

/** Whether silence does not end the conversation: somebody still owes the citizen an answer. */
export function staysOpen({ owner }: Pick<ConversationState, 'owner'>): boolean {
  return owner.kind === 'queue' || owner.kind === 'clerk' || ticketOf(owner) !== null
}

/** Whether the citizen has ended it and nobody owes them an answer: nobody needs originals any more. */
export function endsForGood({ owner }: Pick<ConversationState, 'owner'>): boolean {
  return owner.kind === 'closed' && owner.ticket === null
}

/** The open ticket of a conversation. */
export function ticketOf(owner: Owner): Ticket | null {
  return 'ticket' in owner ? owner.ticket : null
}

/** Who speaks where no person does. */
export function botOr(ticket: Ticket | null): Owner {
  return ticket ? { kind: 'ticket', ticket } : { kind: 'bot' }
}

const topic = z.string()
const aspect = z.enum(ASPECTS)
const since = z.string().pipe(z.coerce.date())

const pick = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('topic'), topic }),
  z.object({ kind: z.literal('aspect'), topic, aspect }),
  z.object({ kind: z.literal('whole'), topic, aspect }),
  z.object({ kind: z.literal('something-else') }),
  z.object({ kind: z.literal('person') }),
  z.object({ kind: z.literal('desk'), act: z.enum(DESK_ACTS) }),
])

const department = z.enum(DESK_DEPARTMENTS)
const clerk = z.object({ id: z.string(), name: z.string() })
const ticket = z.object({ number: z.string(), department, since, answerBy: z.enum(ANSWER_WAYS) })

const owner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bot') }),
  z.object({ kind: z.literal('offered'), department }),
  z.object({ kind: z.literal('queue'), department, since, deadline: since, ticket: ticket.nullable() }),
  z.object({
    kind: z.literal('clerk'),
    department,
    since,
    clerk,
    epoch: z.number().int(),
    isAway: z.boolean(),
    ticket: ticket.nullable(),
  }),
  z.object({ kind: z.literal('ticket'), ticket }),
  z.object({ kind: z.literal('closed'), since, ticket: ticket.nullable() }),
])

const storedState = z.object({
  schema: z.literal(1),
  owner,
  memory: z.object({
    topic: topic.nullable(),
    choices: z.array(z.object({ label: z.string(), pick })),
    declines: z.number().int().min(0),
    // States written before there were ratings or other languages have none of these.
    ratingAsked: z.array(topic).default([]),
    unhelpful: z.number().int().min(0).default(0),
    language: z.enum(FOREIGN_LANGUAGES).nullable().default(null),
  }),
  isGreeted: z.boolean(),
  isGroupRefused: z.boolean(),
  isContactExpected: z.boolean(),
  tail: z.object({ seq: z.number().int(), text: z.string() }).nullable(),
  // States written before pauses were noticed have no such time.
  heardAt: since.nullable().default(null),
  // States written before there was a desk have none of these.
  holds: z.number().int().default(0),
  tickets: z.number().int().default(0),
  rates: clerk.nullable().default(null),
  isDepartmentAsked: z.boolean().default(false),
})

/** Writes a state with its schema number, so that replicas of two versions can run side by side. */
export function writeState(state: ConversationState): string {
  return JSON.stringify({ schema: 1, ...state })
}

/** Reads what `writeState` wrote. Throws on anything else. */
export function readState(stored: string): ConversationState {
  const { schema: _, ...state } = storedState.parse(JSON.parse(stored))
  return state
}
