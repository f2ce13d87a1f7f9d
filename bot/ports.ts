import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import type { Chats } from './chats.ts'
import type { Conversation } from './conversation.ts'
import type { DeskState } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'
import type { ConversationEvent, EventKey, Happening } from './event.ts'
import type { Message } from './message.ts'
import type { Records } from './records.ts'
import type { ExplainedReply, Refusal, Turn } from './turn.ts'

/** An event that was accepted: kept, but perhaps not answered yet. */
export type Accepted = {
  readonly status: 'new' | 'seen'
  readonly eventId: number
  readonly conversationId: string
  /** Number of its message in the conversation; null where it has none. */
  readonly seq: number | null
}

/** An accepted event whose turn is to be taken. */
export type Received = {
  readonly eventId: number
  readonly happening: Happening
  /** Number of its message in the conversation; null where it has none. */
  readonly seq: number | null
  /** This attempt included. */
  readonly attempts: number
  /** The message's text before masking; null where that was not kept. */
  readonly original: string | null
}

/** What an event leads to. Pure; throws only on a defect of ours. */
export type Decide = (before: Conversation, received: Received, desk: DeskState) => Turn

/** A turn that was committed. `delivery`: its first reply, leased to the caller, where it may be pushed at once. */
export type TakenTurn = { readonly received: Received; readonly turn: Turn; readonly delivery: Delivery | null }

/** A committed reply that has to be pushed, leased to whoever got it. */
export type Delivery = {
  readonly id: number
  /** Number of the lease: what an older one says is refused. */
  readonly epoch: number
  /** Empty for an alert, which hangs on none. */
  readonly conversationId: string
  readonly source: string
  /** What the channel needs to write back, as it gave it with the event. */
  readonly returnPath: string
  readonly reply: ExplainedReply
  /** Attempts so far, this one not counted. */
  readonly attempts: number
}

/** Who shows that they write; the assistant's turns show themselves. */
export type Typist = 'citizen' | 'clerk'

/** Where conversations are kept. What an event, a turn or an erasure writes is written whole, or not at all. */
export type Store = {
  /**
   * Keeps the event, masked, unless its origin is known. Once it resolves, the sender may be acknowledged. `original` is the
   * text before masking: it is sealed and kept only while the conversation keeps originals. Throws
   * `NoConversationError` where the origin names a conversation, or says that it was opened, and it is not there or closed, and
   * where the event was erased with its conversation.
   */
  accept(event: ConversationEvent, original: string | null, now: Date): Promise<Accepted>
  /** Keeps the key, and nothing else, of an event that is no part of a conversation. Says whether it was known. */
  acceptBare(key: EventKey, now: Date): Promise<Accepted['status']>
  /**
   * Takes the turn of the conversation's first event that has none: reads, decides and writes under the conversation's lock.
   * Gives nothing when there is none. Throws `TurnError` when reading or deciding failed; nothing is written then.
   */
  takeTurn(conversationId: string, decide: Decide, now: Date): Promise<TakenTurn | undefined>
  /** Counts an attempt at an event's turn that failed. */
  countAttempt(eventId: number, now: Date): Promise<void>
  /** Leaves an event that cannot be read here to a replica that can: what `recover` counted does not count, and it is due soon. */
  leave(eventId: number, now: Date): Promise<void>
  /**
   * Finds a conversation whose first event should have had its turn by now, and counts an attempt at it: one at a time, so that
   * an event that ends the process is not counted against others. `owed`: conversations that the caller comes back to anyway,
   * as the store failed them; they are put off, and no attempt is counted. Default none.
   */
  recover(now: Date, owed?: readonly string[]): Promise<readonly string[]>
  /** Replies of an event's turn that the citizen reads, or nothing while it has not been committed. */
  repliesTo(eventId: number): Promise<readonly ExplainedReply[] | undefined>
  /** Why an event changed nothing, such as that it was given up; null where it did. Nothing while its turn is not committed. */
  refusalOf(eventId: number): Promise<Refusal | null | undefined>
  /**
   * Leases the first waiting delivery of each conversation, where it is due and nobody else sends it: `most` of them, those that
   * were tried least first. Default all.
   */
  claimDeliveries(now: Date, most?: number): Promise<readonly Delivery[]>
  delivered(delivery: Delivery): Promise<void>
  /**
   * Puts a failed delivery off until `dueAt`, or gives it up when null. `blockedAt`: it failed then as nothing gets through until
   * somebody mends a setting; that is not counted as an attempt. Default null.
   */
  failed(delivery: Delivery, dueAt: Date | null, blockedAt?: Date | null): Promise<void>
  /** The conversation's messages after `seq` that the citizen reads, in order. */
  history(conversationId: string, seq: number): Promise<readonly Message[]>
  /** Calls back after each change of the conversation until the given function is called. A hint: read by seq. */
  watch(conversationId: string, changed: () => void): () => void
  /** Calls back after each change of any conversation, perhaps once for several. A hint. */
  watchAll(changed: () => void): () => void
  /** Shows that somebody writes in the conversation. Kept nowhere; lost where nobody watches. */
  showTyping(conversationId: string, who: Typist): Promise<void>
  /** Calls back when somebody writes in the conversation, until the given function is called. */
  watchTyping(conversationId: string, seen: (who: Typist) => void): () => void
  /** The original of a message, or nothing where it was not kept or its key was destroyed. */
  original(conversationId: string, seq: number): Promise<string | undefined>
  /** Leaves nothing of a conversation, neither messages nor what was learnt from them, but bare keys of its events. Tells whoever watches. */
  erase(conversationId: string): Promise<void>
  /** Conversations at an address of a channel that were opened by then, closed ones too. */
  conversationsAt(source: string, address: string, openedBy: Date): Promise<readonly string[]>
  /** Destroys the keys of originals that may no longer be read. */
  destroyKeys(now: Date): Promise<void>
  /** Throws when nothing can be kept at the moment; an error for whoever runs the service once the store is another process's. */
  check(): Promise<void>
  close(): Promise<void>
  readonly chats: Chats
  readonly mails: Mails
  readonly records: Records
  readonly desk: DeskStore
}

/** What is to be pushed: claimed, tried and noted in the same way for replies and letters. */
export type Outbox = Pick<Store, 'claimDeliveries' | 'delivered' | 'failed'>

/** Letters that turns lead to. One that fails holds up only those of its kind and conversation. */
export type Mails = Outbox & {
  /**
   * Lets whoever runs the service be told that a delivery was given up. One letter at a time and one in an hour, with how many
   * there are by then. It outlives the conversation.
   */
  alert(now: Date): Promise<void>
  /** The same of a delivery that is blocked, unless an alert has told of that since the first of them. */
  alertOfBlocked(now: Date): Promise<void>
}

/** Pushes replies to citizens. */
export type Channel = {
  /**
   * Resolves when the channel has taken the reply; throws `DeliveryError` otherwise. `key` names the delivery. `history`: what
   * was said so far, where the reply hands over to a person.
   */
  deliver(returnPath: string, reply: ExplainedReply, key: string, history?: readonly Message[]): Promise<void>
}

/** The channel for a source such as `emulator`, or nothing when it is not connected. */
export type Channels = (source: string) => Channel | undefined

/** The knowledge as it is now. */
export type Knowledge = () => KnowledgeSnapshot

export type Clock = () => Date

/** Structured log: ids, outcomes and milliseconds; never what a citizen wrote. */
export type Log = {
  info(fields: Readonly<Record<string, unknown>>, message: string): void
  warn(fields: Readonly<Record<string, unknown>>, message: string): void
  error(fields: Readonly<Record<string, unknown>>, message: string): void
}
