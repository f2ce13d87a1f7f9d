import type { Block, Standing } from '../../../../dialogs/reply.ts'
import type { Activity } from './activity.ts'

/** One message as the log shows it. */
export type Entry = {
  /** Stays the same from the moment the citizen wrote it; then the server's id. */
  readonly key: string
  /** The server's own id; null until it has the message. */
  readonly id: string | null
  readonly speaker: 'citizen' | 'assistant' | 'clerk'
  /** How the office names the speaker; null where it is the citizen. */
  readonly name: string | null
  readonly at: Date
  /** What the citizen wrote is one paragraph. */
  readonly blocks: readonly Block[]
  readonly choices: readonly string[]
  /** What it is written in, such as `uk-UA`; null for Polish and where it is not known. */
  readonly language: string | null
  readonly delivery: Delivery
  readonly rating: Rating
  /** Asks what the citizen thinks of the clerk. */
  readonly asksAboutClerk: boolean
  /** Who answers from here on; null where that stays the same. */
  readonly standing: Standing | null
}

/** How far the citizen's own message got. What the assistant says is always `sent`. */
export type Delivery = 'sending' | 'sent' | 'failed' | 'refused'

/** Whether the citizen is asked if it helped, and what they said. */
export type Rating = 'not-asked' | 'asked' | 'helped' | 'not-helped'

/** What most messages have nothing of. */
export const BLANK = {
  id: null,
  name: null,
  choices: [],
  language: null,
  delivery: 'sent',
  rating: 'not-asked',
  asksAboutClerk: false,
  standing: null,
} as const

/** Who speaks where a person of the office does. */
const CLERK = 'clerk'

/** A person of the office writes at this moment. */
export function isClerkTyping({ type, from }: Activity): boolean {
  return type === 'typing' && from.id === CLERK
}

/** A message of the conversation, or nothing for what is not shown. */
export function toEntry(activity: Activity): Entry | undefined {
  if (activity.type !== 'message' || activity.text === undefined) return undefined
  const isCitizen = activity.from.role === 'user'
  const reply = activity.channelData?.reply
  return {
    key: activity.channelData?.clientActivityID ?? activity.id,
    id: activity.id,
    speaker: isCitizen ? 'citizen' : activity.from.id === CLERK ? 'clerk' : 'assistant',
    name: isCitizen ? null : (activity.from.name ?? null),
    at: new Date(activity.timestamp),
    blocks: isCitizen || !reply ? [{ kind: 'paragraph', text: activity.text }] : reply.blocks,
    choices: reply?.choices ?? [],
    language: activity.locale && !activity.locale.startsWith('pl') ? activity.locale : null,
    delivery: 'sent',
    rating: reply?.asksIfHelpful ? 'asked' : 'not-asked',
    asksAboutClerk: reply?.asksAboutClerk ?? false,
    standing: reply?.standing ?? null,
  }
}

/** The words of a citizen, as they wrote them. */
export function wordsOf({ blocks }: Entry): string {
  return blocks.map(block => (block.kind === 'paragraph' ? block.text : '')).join('\n')
}
