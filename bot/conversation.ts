import { z } from 'zod'
import { FOREIGN_LANGUAGES } from '../dialogs/foreign-language.ts'
import { type Memory, NOTHING_REMEMBERED } from '../dialogs/memory.ts'
import { ASPECTS } from '../knowledge/topic.ts'

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
  /** The end of the citizen's last message, in which a number may have begun. */
  readonly tail: Tail | null
}

/** Who speaks to the citizen, or who is to. */
export type Owner =
  | { readonly kind: 'bot' }
  /** A person was offered; the bot still speaks. */
  | { readonly kind: 'offered' }
  | { readonly kind: 'queue'; readonly since: Date }
  | { readonly kind: 'clerk'; readonly since: Date; readonly clerkId: string }
  /** A clerk answers later; the bot speaks meanwhile. */
  | { readonly kind: 'ticket'; readonly since: Date }
  | { readonly kind: 'closed' }

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
  tail: null,
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
export function staysOpen({ owner }: ConversationState): boolean {
  return owner.kind === 'queue' || owner.kind === 'clerk' || owner.kind === 'ticket'
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
])

const owner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bot') }),
  z.object({ kind: z.literal('offered') }),
  z.object({ kind: z.literal('queue'), since }),
  z.object({ kind: z.literal('clerk'), since, clerkId: z.string() }),
  z.object({ kind: z.literal('ticket'), since }),
  z.object({ kind: z.literal('closed') }),
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
