import { decideTurn, MAX_ATTEMPTS } from './decide-turn.ts'
import type { DeskRules } from './desk-state.ts'
import type { DueEvent } from './desk-store.ts'
import type { ConversationEvent } from './event.ts'
import type { LanguageService } from './language-service.ts'
import { maskEvent } from './mask-event.ts'
import { NoConversationError } from './no-conversation-error.ts'
import { officeNumbers } from './office-numbers.ts'
import type { Accepted, Clock, Decide, Knowledge, Log, Store, TakenTurn } from './ports.ts'
import { createReadings } from './readings.ts'
import type { Relay } from './relay.ts'
import type { ExplainedReply, Refusal } from './turn.ts'
import { TurnError } from './turn-error.ts'
import { createTurnOrder } from './turn-order.ts'

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

/** Where events come from that time causes. */
const CLOCK = 'clock'

export function createBot({
  store,
  knowledge,
  relay,
  clock,
  log,
  rules,
  language,
}: {
  readonly store: Store
  readonly knowledge: Knowledge
  readonly relay: Relay
  readonly clock: Clock
  readonly log: Log
  readonly rules: DeskRules
  /** Reads messages between their acceptance and their turn. Default nothing does. */
  readonly language?: LanguageService | undefined
}): Bot {
  const order = createTurnOrder()
  const readings = createReadings(language)
  /** Conversations whose turn the store failed. That is no fault of the event, so it is not counted as an attempt. */
  const owed = new Set<string>()
  let recovering: Promise<void> | undefined

  /** Takes the conversation's turns until none is left. Throws where the store fails, or giving up fails too. */
  async function takeTurns(conversationId: string): Promise<void> {
    let failures = 0
    for (;;) {
      await readings.settled(conversationId)
      const now = clock()
      try {
        const decide: Decide = (before, received, desk) =>
          decideTurn(before, received, knowledge(), { ...desk, ...rules }, now, readings.of(received.eventId))
        const taken = await store.takeTurn(conversationId, decide, now)
        if (!taken) return
        failures = 0
        logTurn(conversationId, taken, clock().getTime() - now.getTime())
        // An earlier reply may have gone between the look for one and the commit: then nobody else looks for this one.
        inBackground(conversationId, taken.delivery ? relay.deliver(taken.delivery) : relay.deliverDue())
      } catch (error) {
        if (!(error instanceof TurnError)) throw error
        log.error({ event: error.eventId, conversation: conversationId, error: placeOf(error.cause) }, 'turn failed')
        // During an update replicas of two versions run side by side: the newer one reads it.
        if (error.isUnreadable) {
          await store.leave(error.eventId, now)
          throw error
        }
        await store.countAttempt(error.eventId, now)
        // Trying on and on would hold up everybody else; `recover` comes back to it.
        if (++failures > MAX_ATTEMPTS) throw error
      }
    }
  }

  function logTurn(conversation: string, { received, turn }: TakenTurn, ms: number): void {
    const outcomes = turn.replies.map(reply => reply.explanation?.decision.outcome.kind ?? 'notice')
    const { owner } = turn.state
    const refused = turn.refused?.kind
    const fields = {
      event: received.eventId,
      conversation,
      kind: received.happening.kind,
      outcomes,
      owner: owner.kind,
      refused,
      ms,
    }
    if (turn.isGivenUp) log.error(fields, 'event given up')
    else log.info(fields, 'turn committed')
  }

  /** What fails here is taken up again by the relay. */
  function inBackground(conversation: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => log.error({ conversation, error: String(error) }, 'work after an event failed'))
  }

  /** Takes the conversation's turns. What fails is taken up again by `recover`. Says whether the store can be used. */
  async function run(conversationId: string): Promise<boolean> {
    try {
      await order.run(conversationId, () => takeTurns(conversationId))
      owed.delete(conversationId)
      return true
    } catch (error) {
      log.error({ conversation: conversationId, error: String(error) }, 'work after an event failed')
      if (error instanceof TurnError) return true
      owed.add(conversationId)
      return false
    }
  }

  /** One after another, and only as long as the store can be used. */
  async function recover(): Promise<void> {
    for (const conversationId of owed) if (!(await run(conversationId))) break
    for (;;) {
      const [conversationId] = await store.recover(clock(), [...owed])
      if (conversationId === undefined || !(await run(conversationId))) return
    }
  }

  async function keep(event: ConversationEvent): Promise<Accepted> {
    const masked = maskEvent(event, officeNumbers(knowledge()))
    const accepted = await store.accept(masked.event, masked.original, clock())
    if (accepted.status === 'new') readings.begin(accepted, masked.event)
    return accepted
  }

  function start({ status, conversationId, eventId }: Accepted): void {
    if (status === 'new') run(conversationId).finally(() => readings.forget(eventId))
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

  async function acceptDue({ conversationId, key, happening }: DueEvent): Promise<void> {
    const address = conversationId
    const origin = { source: CLOCK, address, externalId: key, returnPath: null, isAwaited: false, conversationId }
    try {
      await accept({ ...happening, origin })
    } catch (error) {
      // Erased meanwhile: nobody waits any more.
      if (!(error instanceof NoConversationError)) throw error
    }
  }

  return {
    accept,
    keep,
    start,
    repliesTo: accepted => settled(accepted, store.repliesTo),
    refusalOf: accepted => settled(accepted, store.refusalOf),
    async runClock() {
      for (const due of await store.desk.due(clock())) await acceptDue(due)
    },
    recover() {
      recovering ??= recover().finally(() => {
        recovering = undefined
      })
      return recovering
    },
    isAtWork: conversationId => order.isBusy(conversationId),
    idle: () => order.idle(),
  }
}

/** The kind of an error and where it was thrown; its message may quote what a citizen wrote. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const calls = error.stack?.split('\n').filter(line => line.startsWith('    at ')) ?? []
  return [error.name, ...calls.map(line => line.trim())].join(' ')
}
