import { acceptDue } from './accept-due.ts'
import type { ConversationEvent } from './event.ts'
import type { LanguageService } from './language-service.ts'
import { maskEvent } from './mask-event.ts'
import { officeNumbers } from './office-numbers.ts'
import type { Accepted } from './ports.ts'
import { createRecovery } from './recovery.ts'
import { createTakeTurns, type TurnParts } from './take-turns.ts'
import type { ExplainedReply, Refusal } from './turn.ts'
import { createTurnOrder } from './turn-order.ts'
import { createWithheld } from './withheld.ts'

/** What channels call. */
export type Bot = {
  /** Keeps the event and starts its turn. Once it resolves, the sender may be acknowledged. Throws when it was not kept. */
  readonly accept: (event: ConversationEvent) => Promise<Accepted>
  /** Keeps the event as `accept` does, and starts no turn: whoever has much to keep at once starts them afterwards. */
  readonly keep: (event: ConversationEvent) => Promise<Accepted>
  /** Starts the turns of a conversation; without it `recover` takes them up. */
  readonly start: (accepted: Accepted) => void
  /** The replies to an accepted event, once its turn is committed. */
  readonly repliesTo: (accepted: Accepted) => Promise<readonly ExplainedReply[]>
  /** Why an accepted event changed nothing, once its turn is committed; null where it did. */
  readonly refusalOf: (accepted: Accepted) => Promise<Refusal | null>
  /** Accepts what time has done: waits that are over, clerks that are silent. */
  readonly runClock: () => Promise<void>
  /** Whether turns of the conversation are under way here. They may lead to silence, where a clerk has it. */
  readonly isAtWork: (conversationId: string) => boolean
  /** Takes the turns that were left behind, by this process before it ended or by another one. */
  readonly recover: () => Promise<void>
  /** Resolves when no turn is under way. */
  readonly idle: () => Promise<void>
}

/** `language`: reads messages between their acceptance and their turn. Default nothing does. */
export function createBot({
  language,
  ...parts
}: TurnParts & { readonly language?: LanguageService | undefined }): Bot {
  const { store, knowledge, clock, log } = parts
  const order = createTurnOrder()
  const withheld = createWithheld(language)
  const takeTurns = createTakeTurns(parts, withheld)
  const recovery = createRecovery(store, id => order.run(id, () => takeTurns(id)), clock, log)

  async function keep(event: ConversationEvent): Promise<Accepted> {
    const masked = maskEvent(event, officeNumbers(knowledge()))
    const accepted = await store.accept(masked.event, masked.original, clock())
    if (accepted.status === 'new') withheld.begin(accepted, masked)
    return accepted
  }

  function start({ status, conversationId }: Accepted): void {
    if (status === 'new') recovery.run(conversationId)
  }

  async function accept(event: ConversationEvent): Promise<Accepted> {
    const accepted = await keep(event)
    start(accepted)
    return accepted
  }

  /** Reads what an event's turn has left, once it is committed. */
  function settled<T>(
    { eventId, conversationId }: Accepted,
    read: (eventId: number) => Promise<T | undefined>,
  ): Promise<T> {
    return order.run(conversationId, async () => {
      const known = await read(eventId)
      if (known !== undefined) return known
      await takeTurns(conversationId)
      const left = await read(eventId)
      if (left === undefined) throw new Error(`event ${eventId} has no committed turn`)
      return left
    })
  }

  return {
    accept,
    keep,
    start,
    repliesTo: accepted => settled(accepted, store.repliesTo),
    refusalOf: accepted => settled(accepted, store.refusalOf),
    async runClock() {
      const now = clock()
      for (const due of await store.desk.due(now)) await acceptDue(accept, store, due, now)
    },
    recover: recovery.recover,
    isAtWork: conversationId => order.isBusy(conversationId),
    idle: () => order.idle(),
  }
}
