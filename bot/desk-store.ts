import type { OpeningHours } from '../dialogs/opening-hours.ts'
import type { TopicId } from '../knowledge/topic.ts'
import type { AnswerWay } from './conversation.ts'
import type { Clerk, DeskDepartment, Presence, PresentClerk } from './desk-state.ts'
import type { ClockHappening } from './event.ts'
import type { Message } from './message.ts'

/** A conversation that a person was asked into, as the desk lists it. */
export type DeskConversation = {
  readonly conversationId: string
  /** For people. */
  readonly number: number
  /** `bot`: no person is involved any more. A ticket stays one when the citizen has ended the conversation. */
  readonly kind: 'queue' | 'clerk' | 'ticket' | 'bot'
  readonly department: DeskDepartment
  readonly topic: TopicId | null
  /** Since when it is what it is. */
  readonly since: Date
  /** When the wait becomes a ticket; null unless it waits. */
  readonly deadline: Date | null
  /** Who has it; null unless a clerk does. */
  readonly clerk: Clerk | null
  /** Of the latest hold. */
  readonly epoch: number
  /** The clerk's page is silent. */
  readonly isAway: boolean
  readonly ticket: DeskTicket | null
  /** What it was about, as the last clerk named it; null before an end. */
  readonly label: string | null
  /** A clerk's words could not be delivered, and nobody has seen to it. */
  readonly isUndelivered: boolean
  /** The citizen wrote last, not counting the assistant. */
  readonly isAwaiting: boolean
  /** Number of the last message. */
  readonly lastSeq: number
}

export type DeskTicket = {
  readonly number: string
  readonly since: Date
  readonly answerBy: AnswerWay
}

/** What waits until somebody mends a setting. */
export type Blocked = {
  /** Conversations in which replies do, as Messenger refuses the page's token. */
  readonly replies: number
  /** Letters that do, as the mail server lets nobody sign in or encrypt. */
  readonly letters: number
}

export type DepartmentSettings = {
  /** Null: whenever a clerk is present. */
  readonly hours: OpeningHours | null
  /** Where new tickets are told of; null: nowhere. */
  readonly mail: string | null
}

/** Something that time has done and that is to be accepted as an event; `key` names it, the same for every replica. */
export type DueEvent = {
  readonly conversationId: string
  readonly key: string
  readonly happening: ClockHappening
}

/** Somebody has read a transcript, or more than that. Kept when the conversation is erased. */
export type DeskRead = {
  readonly clerkId: string
  readonly conversationId: string | null
  readonly what: 'conversation' | 'original' | 'search' | 'contact'
  readonly at: Date
}

/** What the desk reads and keeps beside turns. Nothing here checks who may. */
export type DeskStore = {
  /** Those of these departments that are so, the longest wait first. */
  list(kind: DeskConversation['kind'], departments: readonly DeskDepartment[]): Promise<readonly DeskConversation[]>
  /** Those of these departments in which a clerk's words could not be delivered, whatever they are now. */
  undelivered(departments: readonly DeskDepartment[]): Promise<readonly DeskConversation[]>
  /** A clerk has seen to it that the citizen is answered in another way. */
  settleUndelivered(conversationId: string): Promise<void>
  /** How many deliveries were given up that no administrator has noted. */
  deadLetters(): Promise<number>
  /** Does nothing where they are not `seen` any more. */
  noteDeadLetters(seen: number): Promise<void>
  blocked(): Promise<Blocked>
  heldBy(clerkId: string): Promise<readonly DeskConversation[]>
  /** Nothing where no person was ever asked into the conversation. */
  find(conversationId: string): Promise<DeskConversation | undefined>
  /** As `Store.history`, with what only clerks read. */
  history(conversationId: string, seq: number): Promise<readonly Message[]>
  /**
   * Conversations of these departments in which a citizen or a clerk wrote the text, in any case, without Polish marks and
   * wherever lines break; newest first.
   */
  search(text: string, departments: readonly DeskDepartment[], most: number): Promise<readonly DeskConversation[]>
  /** Address or number at which the open ticket is to be answered. */
  contactOf(conversationId: string): Promise<string | null>
  /** Says who is at the desk, and that they were just heard of. */
  setPresence(clerk: Clerk, presence: Presence, departments: readonly DeskDepartment[]): Promise<void>
  /** The clerk's page was just heard of, so that their holds last on. Whoever was not there is `free`. */
  seen(clerk: Clerk, departments: readonly DeskDepartment[]): Promise<void>
  /** The clerk has signed out: their holds end as if they had been silent for long. */
  leave(clerkId: string): Promise<void>
  present(): Promise<readonly PresentClerk[]>
  departments(): Promise<Readonly<Partial<Record<DeskDepartment, DepartmentSettings>>>>
  setDepartment(department: DeskDepartment, settings: DepartmentSettings): Promise<void>
  /** What time has done by `now`: waits that are over; silence of clerks by the store's own clock. Until a turn has taken it up. */
  due(now: Date): Promise<readonly DueEvent[]>
  noteRead(read: DeskRead): Promise<void>
}
