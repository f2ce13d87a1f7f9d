import { z } from 'zod'
import { type Memory, NOTHING_REMEMBERED } from '../dialogs/memory.ts'
import { ASPECTS } from '../knowledge/topic.ts'

/** What is remembered of a conversation between turns. */
export type Conversation = {
  readonly id: string
  readonly memory: Memory
  /** Whether the assistant has said what it is. */
  readonly isGreeted: boolean
  /** Whether a group was told that the assistant talks to one person only. */
  readonly isGroupRefused: boolean
}

/** The part of a conversation that turns change. */
export type ConversationState = Omit<Conversation, 'id'>

export const NEW_CONVERSATION: ConversationState = {
  memory: NOTHING_REMEMBERED,
  isGreeted: false,
  isGroupRefused: false,
}

const topic = z.string()
const aspect = z.enum(ASPECTS)

const pick = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('topic'), topic }),
  z.object({ kind: z.literal('aspect'), topic, aspect }),
  z.object({ kind: z.literal('whole'), topic, aspect }),
  z.object({ kind: z.literal('something-else') }),
  z.object({ kind: z.literal('person') }),
])

const storedState = z.object({
  schema: z.literal(1),
  memory: z.object({
    topic: topic.nullable(),
    choices: z.array(z.object({ label: z.string(), pick })),
    declines: z.number().int().min(0),
  }),
  isGreeted: z.boolean(),
  isGroupRefused: z.boolean(),
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
