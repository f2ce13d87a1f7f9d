import type { ConversationEvent } from './event.ts'
import type { Accepted, Clock, Knowledge, Log, Store } from './ports.ts'
import type { Relay } from './relay.ts'
import { takeTurn } from './take-turn.ts'
import type { ExplainedReply } from './turn.ts'
import { createTurnOrder } from './turn-order.ts'

/** What channels call. */
export type Bot = {
  /** Keeps the event and starts its turn. Once it resolves, the sender may be acknowledged. Throws when it was not kept. */
  readonly accept: (event: ConversationEvent) => Promise<Accepted>
  /** The replies to an accepted event, once its turn is committed. */
  readonly repliesTo: (accepted: Accepted) => Promise<readonly ExplainedReply[]>
  /** Resolves when no turn is under way. */
  readonly idle: () => Promise<void>
}

export function createBot({
  store,
  knowledge,
  relay,
  clock,
  log,
}: {
  readonly store: Store
  readonly knowledge: Knowledge
  readonly relay: Relay
  readonly clock: Clock
  readonly log: Log
}): Bot {
  const order = createTurnOrder()

  async function turn(event: ConversationEvent, { eventId, conversationId }: Accepted): Promise<void> {
    const now = clock()
    const before = await store.read(conversationId)
    const { state, replies } = takeTurn(before, event, knowledge(), now)
    await store.commit(eventId, state, replies, now)
    log.info(
      {
        event: eventId,
        conversation: conversationId,
        kind: event.kind,
        outcomes: replies.map(reply => reply.explanation?.decision.outcome.kind ?? 'notice'),
        ms: clock().getTime() - now.getTime(),
      },
      'turn committed',
    )
  }

  function start(event: ConversationEvent, accepted: Accepted): void {
    order
      .run(accepted.conversationId, () => turn(event, accepted))
      .then(() => relay.deliverDue())
      .catch((error: unknown) =>
        log.error(
          { event: accepted.eventId, conversation: accepted.conversationId, error: String(error) },
          'turn failed',
        ),
      )
  }

  return {
    async accept(event) {
      const accepted = await store.accept(event, clock())
      if (accepted.status === 'new') start(event, accepted)
      return accepted
    },
    async repliesTo({ eventId, conversationId }) {
      const replies = await order.run(conversationId, () => store.repliesTo(eventId))
      if (!replies) throw new Error(`event ${eventId} has no committed turn`)
      return replies
    },
    idle: () => order.idle(),
  }
}
