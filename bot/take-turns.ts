import { decideTurn, MAX_ATTEMPTS } from './decide-turn.ts'
import type { DeskRules } from './desk-state.ts'
import type { Clock, Decide, Knowledge, Log, Store, TakenTurn } from './ports.ts'
import type { Relay } from './relay.ts'
import { TurnError } from './turn-error.ts'
import type { WithheldMessages } from './withheld.ts'

/** What turns are taken with. */
export type TurnParts = {
  readonly store: Store
  readonly knowledge: Knowledge
  readonly relay: Relay
  readonly clock: Clock
  readonly log: Log
  readonly rules: DeskRules
}

/** Takes a conversation's turns until none is left. Throws where the store fails, or giving up fails too. */
export type TakeTurns = (conversationId: string) => Promise<void>

export function createTakeTurns(
  { store, knowledge, relay, clock, log, rules }: TurnParts,
  withheld: WithheldMessages,
): TakeTurns {
  async function takeTurn(conversationId: string, now: Date): Promise<TakenTurn | undefined> {
    const decide: Decide = (before, received, desk) => {
      const { original, reading } = withheld.of(received.eventId)
      // Where nothing was sealed, as the conversation kept no originals yet when the message came.
      const whole = { ...received, original: received.original ?? original }
      return decideTurn(before, whole, knowledge(), { ...desk, ...rules }, now, reading)
    }
    const taken = await store.takeTurn(conversationId, decide, now)
    if (!taken) return undefined
    logTurn(log, conversationId, taken, clock().getTime() - now.getTime())
    // An earlier reply may have gone between the look for one and the commit: then nobody else looks for this one.
    inBackground(conversationId, taken.delivery ? relay.deliver(taken.delivery) : relay.deliverDue())
    return taken
  }

  /** What fails here is taken up again by the relay. */
  function inBackground(conversation: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => log.error({ conversation, error: String(error) }, 'work after an event failed'))
  }

  return async conversationId => {
    let failures = 0
    for (;;) {
      const begun = await withheld.settled(conversationId)
      const now = clock()
      try {
        const taken = await takeTurn(conversationId, now)
        // None is left: those that were begun have had their turns, perhaps in another process.
        withheld.forget(taken ? [taken.received.eventId] : begun)
        if (!taken) return
        failures = 0
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
}

function logTurn(log: Log, conversation: string, { received, turn }: TakenTurn, ms: number): void {
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

/** The kind of an error and where it was thrown; its message may quote what a citizen wrote. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const calls = error.stack?.split('\n').filter(line => line.startsWith('    at ')) ?? []
  return [error.name, ...calls.map(line => line.trim())].join(' ')
}
