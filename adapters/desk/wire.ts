import type { Clerk, DeskDepartment, Presence, PresentClerk } from '../../bot/desk-state.ts'
import type { Blocked, DepartmentSettings, DeskConversation, DeskTicket } from '../../bot/desk-store.ts'
import type { PassedOnTo } from '../../bot/event.ts'
import type { ConversationRecord } from '../../bot/records.ts'
import type { Refusal } from '../../bot/turn.ts'
import type { ForeignLanguage } from '../../dialogs/foreign-language.ts'
import type { Block } from '../../dialogs/reply.ts'
import type { Role } from './accounts/role.ts'

// What the desk's page and its endpoints say to each other, as JSON. Times are ISO 8601.

export type ListedConversation = Omit<DeskConversation, 'since' | 'deadline' | 'ticket'> & {
  readonly since: string
  readonly deadline: string | null
  readonly ticket: (Omit<DeskTicket, 'since'> & { readonly since: string }) | null
  /** Name of the topic; null where none is known. */
  readonly topicLabel: string | null
  /** The ticket should have been answered by now. */
  readonly isOverdue: boolean
}

/** Everything that the page lists. */
export type Overview = {
  readonly queue: readonly ListedConversation[]
  readonly mine: readonly ListedConversation[]
  readonly others: readonly ListedConversation[]
  readonly tickets: readonly ListedConversation[]
  /** A clerk's words did not arrive, and nobody has seen to it. */
  readonly undelivered: readonly ListedConversation[]
  readonly present: readonly PresentClerk[]
  /** The server's time, so that waits are right whatever the page's clock says. */
  readonly now: string
}

export type DeskMessage = {
  readonly seq: number
  readonly speaker: 'citizen' | 'assistant' | 'clerk'
  /** The clerk's name; null for others. */
  readonly name: string | null
  readonly at: string
  /** What the office wrote it in; of a citizen's that is not known. */
  readonly language: MessageLanguage | null
  /** What a citizen wrote is one paragraph. */
  readonly blocks: readonly Block[]
  /** What the citizen could pick. */
  readonly choices: readonly string[]
  /** Only clerks read it: a note, or a notice of the desk. */
  readonly isForClerks: boolean
  /** Some of it was masked, and the text as it was written can still be had. */
  readonly hasOriginal: boolean
  /** What the assistant took the question for, the likeliest first. Empty where it answered none. */
  readonly candidates: readonly Candidate[]
}

export type MessageLanguage = 'pl' | ForeignLanguage

export type Candidate = { readonly topic: string; readonly label: string; readonly confidence: number }

export type OpenConversation = {
  readonly conversation: ListedConversation
  readonly messages: readonly DeskMessage[]
  /** Where the open ticket is to be answered besides the chat; null where nowhere else. */
  readonly contact: string | null
}

/** What a clerk does. `commandId` is made by the page: the same twice is one deed. */
export type DeskCommand = { readonly commandId: string } & (
  | { readonly kind: 'take'; readonly isForced: boolean }
  | {
      readonly kind: 'write'
      readonly epoch: number
      readonly text: string
      /** What it is written in. Default Polish. */
      readonly language?: ForeignLanguage | undefined
    }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'pass-on'; readonly epoch: number; readonly to: PassedOnTo }
  | { readonly kind: 'return-to-bot'; readonly epoch: number }
  | { readonly kind: 'end'; readonly epoch: number; readonly label: string }
  | { readonly kind: 'make-ticket'; readonly epoch: number; readonly department: DeskDepartment }
)

/** With 409: why nothing changed, and how things are. */
export type Refused = { readonly refusal: Refusal; readonly conversation: ListedConversation }

/** A text to be put into a message. `source`: where it was read; empty for a clerk's own. */
export type ReadyAnswer = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly source: string
}

export type OwnReadyAnswer = Omit<ReadyAnswer, 'source'>

/** What citizens did not get, for administrators. */
export type Undelivered = {
  /** Messages that were given up, and that nobody has noted. */
  readonly deadLetters: number
  readonly blocked: Blocked
}

export type DepartmentsSettings = Readonly<Partial<Record<DeskDepartment, DepartmentSettings>>>

export type Me = {
  readonly person: {
    readonly accountId: string
    readonly name: string
    readonly roles: readonly Role[]
    readonly departments: readonly DeskDepartment[]
  }
  readonly csrf: string
  readonly idleEndsAt: string
  readonly endsAt: string
}

/** What the feed says. All are hints: the page reads again. */
export type FeedHint =
  | { readonly kind: 'lists' }
  | { readonly kind: 'conversation'; readonly conversationId: string }
  | { readonly kind: 'typing'; readonly conversationId: string }

/** What the page says on the feed: which conversation it has open, and that the clerk writes in it. */
export type FeedWish =
  | { readonly kind: 'watch'; readonly conversationId: string | null }
  | { readonly kind: 'typing'; readonly conversationId: string }

/** Conversations of which a page may ask at once whether they are still kept. */
export const MOST_ASKED_FOR = 500

/** Who answers citizens, and so sees conversations; which ones, the desk decides. */
export const WORKING_ROLES = ['clerk', 'supervisor'] as const satisfies readonly Role[]

/** Who answers for citizens' data: finds, copies and erases any conversation. */
export const RIGHTS_ROLES = ['supervisor', 'administrator'] as const satisfies readonly Role[]

/** A conversation as whoever answers for its data sees it; times as ISO 8601. */
export type FoundRecord = Omit<ConversationRecord, 'openedAt' | 'activeAt'> & {
  readonly openedAt: string
  readonly activeAt: string
}

/** A copy to be saved on the clerk's device. */
export type CopyFile = { readonly name: string; readonly text: string }

/** Codes with which the feed is closed. */
export const FEED_ENDS = { restarting: 1012, sessionEnded: 4401 } as const

export type { Clerk, Presence, PresentClerk }
