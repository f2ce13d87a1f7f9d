import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import type { Conversation, ConversationState } from './conversation.ts'
import type { ConversationEvent } from './event.ts'
import type { ExplainedReply, Turn } from './turn.ts'

/** An event that was accepted: kept, but perhaps not answered yet. */
export type Accepted = {
  readonly status: 'new' | 'seen'
  readonly eventId: number
  readonly conversationId: string
}

/** A committed reply that has to be pushed. */
export type Delivery = {
  readonly id: number
  readonly conversationId: string
  readonly source: string
  /** What the channel needs to write back, as it gave it with the event. */
  readonly returnPath: string
  readonly reply: ExplainedReply
  /** Attempts so far, this one not counted. */
  readonly attempts: number
}

/** Where conversations are kept. Every call is one transaction: it happens whole, or not at all. */
export type Store = {
  /** Keeps the event unless its origin is known. Once it resolves, the sender may be acknowledged. */
  accept(event: ConversationEvent, now: Date): Promise<Accepted>
  /** The conversation as its last turn left it. Throws when there is none with this id. */
  read(conversationId: string): Promise<Conversation>
  /** Writes the turn of an accepted event, with deliveries for replies that are pushed. A second call changes nothing. */
  commit(eventId: number, state: ConversationState, replies: Turn['replies'], now: Date): Promise<void>
  /** Replies of an event's turn, or nothing while it has not been committed. */
  repliesTo(eventId: number): Promise<readonly ExplainedReply[] | undefined>
  /** The first undelivered reply of each conversation, where it is due. */
  dueDeliveries(now: Date): Promise<readonly Delivery[]>
  delivered(deliveryId: number): Promise<void>
  /** Puts a failed delivery off until `dueAt`, or gives it up when null. */
  failed(deliveryId: number, dueAt: Date | null): Promise<void>
  close(): Promise<void>
}

/** Pushes replies to citizens. */
export type Channel = {
  /** Resolves when the channel has taken the reply; throws `DeliveryError` otherwise. `key` names the delivery. */
  deliver(returnPath: string, reply: ExplainedReply, key: string): Promise<void>
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
