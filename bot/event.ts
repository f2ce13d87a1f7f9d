import type { DeskAct } from '../dialogs/choice.ts'
import type { ForeignLanguage } from '../dialogs/foreign-language.ts'
import type { Clerk, DeskDepartment } from './desk-state.ts'

/** Where an event came from, and the key that tells whether it was seen before. */
export type Origin = {
  /** Channel, such as `emulator` or `facebook`. */
  readonly source: string
  /** The channel's own name of the conversation. */
  readonly address: string
  /** The channel's own name of this event. */
  readonly externalId: string
  /** What the channel needs to write back, as JSON; opaque to the bot. Null where replies are fetched, not pushed. */
  readonly returnPath: string | null
  /** Replies are returned to the sender that waits, and not pushed. */
  readonly isAwaited: boolean
  /** The channel has opened the conversation itself, under this address: no silence ends it. Default false. */
  readonly isOpened?: boolean
  /** The conversation that it belongs to, where the sender knows it; the address names the sender then. Default: the current one. */
  readonly conversationId?: string
}

/** What tells an event from any other. */
export type EventKey = Pick<Origin, 'source' | 'address' | 'externalId'>

/** What can happen to a conversation. */
export type Happening = CitizenHappening | ClerkHappening | ClockHappening | RelayHappening

export type CitizenHappening =
  | { readonly kind: 'citizen-joined' }
  /** `haste`: it came faster than is answered; the first time in a minute that is said. Default: it did not. */
  | { readonly kind: 'citizen-wrote'; readonly text: string; readonly haste?: 'told' | 'untold' }
  /** Files, pictures or a card without words. `links`: where the channel keeps them; nobody follows these but a clerk. Default none. */
  | { readonly kind: 'citizen-sent-file'; readonly links?: readonly string[] }
  /** Said whether the answer with that number helped. */
  | { readonly kind: 'citizen-rated'; readonly seq: number; readonly isHelpful: boolean }
  /** The bot was added to, or addressed in, a conversation of several people. */
  | { readonly kind: 'group-wrote' }
  /** Pressed the button for a person. In words it is `citizen-wrote`. */
  | { readonly kind: 'citizen-asked-for-person' }
  /** Took one of the choices about a person. */
  | { readonly kind: 'citizen-chose'; readonly act: DeskAct }
  /** Gave the address or number at which a ticket is to be answered. */
  | { readonly kind: 'citizen-gave-contact'; readonly contact: string }
  /** From 1 to 5, and a sentence, masked. */
  | { readonly kind: 'citizen-rated-clerk'; readonly stars: number; readonly comment: string | null }
  | { readonly kind: 'citizen-ended' }
  | { readonly kind: 'citizen-undid-end' }

export function isClerks(happening: Happening): happening is ClerkHappening {
  return happening.kind.startsWith('clerk-')
}

/** What a clerk does. `epoch` is that of the hold which they believe to have. */
export type ClerkHappening =
  /** `isForced`: from a colleague, by a supervisor. */
  | { readonly kind: 'clerk-took'; readonly clerk: Clerk; readonly isForced: boolean }
  /** `language`: what it is written in. Default Polish. */
  | {
      readonly kind: 'clerk-wrote'
      readonly clerk: Clerk
      readonly epoch: number
      readonly text: string
      readonly language?: ForeignLanguage | undefined
    }
  /** An internal note, which no citizen reads. */
  | { readonly kind: 'clerk-noted'; readonly clerk: Clerk; readonly text: string }
  | { readonly kind: 'clerk-passed-on'; readonly clerk: Clerk; readonly epoch: number; readonly to: PassedOnTo }
  | { readonly kind: 'clerk-returned'; readonly clerk: Clerk; readonly epoch: number }
  | { readonly kind: 'clerk-ended'; readonly clerk: Clerk; readonly epoch: number; readonly label: string }
  | {
      readonly kind: 'clerk-made-ticket'
      readonly clerk: Clerk
      readonly epoch: number
      readonly department: DeskDepartment
    }

export type PassedOnTo =
  | { readonly kind: 'clerk'; readonly clerkId: string }
  | { readonly kind: 'department'; readonly department: DeskDepartment }

/** What time does. */
export type ClockHappening =
  /** The wait with this deadline, as ISO 8601, is over: it has passed, or the desk has closed. */
  | { readonly kind: 'clock-wait-over'; readonly deadline: string }
  /** The clerk's page was not heard of for a while, is heard of again, or is given up. */
  | { readonly kind: 'clock-clerk-silent'; readonly epoch: number }
  | { readonly kind: 'clock-clerk-back'; readonly epoch: number }
  | { readonly kind: 'clock-clerk-lost'; readonly epoch: number }

/** What the relay could not do. */
export type RelayHappening =
  /** A clerk's words were given up. `isTooLate`: the channel takes nothing any more until the citizen writes again. */
  { readonly kind: 'relay-gave-up'; readonly isTooLate: boolean }

/** Something that happened, and where it came from. Each becomes one turn. */
export type ConversationEvent = Happening & { readonly origin: Origin }
