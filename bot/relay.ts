import { DeliveryError } from './delivery-error.ts'
import type { Channels, Clock, Delivery, Log, Outbox, Store } from './ports.ts'

/** Pushes committed replies through their channels, in order within a conversation. */
export type Relay = {
  /** Tries a delivery that was leased to the caller, then whatever is due. */
  readonly deliver: (delivery: Delivery) => Promise<void>
  /** Tries every delivery that is due; later ones of a conversation follow once the first has gone. */
  readonly deliverDue: () => Promise<void>
  /** Takes up no more; resolves once whatever is being sent was noted. */
  readonly stop: () => Promise<void>
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** So long until it is tried again whether somebody has mended what nothing gets through without. */
const REPAIR_MS = MINUTE

/** Waits before the second and each further attempt; after the last of them a delivery is given up. */
const BACK_OFF_MS = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR]

/**
 * So many of those that are due are sent side by side. More would wait for the store when they are to be noted, until it refuses
 * them, and come down upon a channel that has just come back. Those that were tried least go first, so that a channel that hangs
 * holds up others for one attempt at most.
 */
const MOST_AT_ONCE = 50

export function createRelay({
  store,
  channels,
  clock,
  log,
  gaveUp = nobodyToTell,
  blocked = nobodyToTell,
}: {
  readonly store: Outbox & Pick<Store, 'history'>
  readonly channels: Channels
  readonly clock: Clock
  readonly log: Log
  /** Told of each delivery before it is given up; more than once where the store fails then. Default: nobody is told. */
  readonly gaveUp?: (delivery: Delivery, isTooLate: boolean) => Promise<void>
  /** Told whenever a delivery failed as nothing gets through until somebody mends a setting. Default: nobody is told. */
  readonly blocked?: (delivery: Delivery) => Promise<void>
}): Relay {
  /** Sent, but not noted, as the store failed: when leased again they are noted, and not sent a second time. */
  const sent = new Set<number>()
  const underWay = new Set<Promise<void>>()
  let room = MOST_AT_ONCE
  let looked: Promise<unknown> = Promise.resolve()
  let isLookAhead = false
  let isStopped = false

  async function attempt(delivery: Delivery): Promise<void> {
    const failure = sent.has(delivery.id) ? undefined : await push(delivery)
    if (failure === undefined) {
      sent.add(delivery.id)
      await store.delivered(delivery)
      sent.delete(delivery.id)
      return
    }
    await noteFailure(delivery, failure)
  }

  /** What waits for a repair is not counted, so that it cannot be given up for a fault that is not its own. */
  async function noteFailure(delivery: Delivery, failure: unknown): Promise<void> {
    const { isFinal = false, needsRepair = false, isTooLate = false } = failure instanceof DeliveryError ? failure : {}
    const wait = isFinal ? undefined : needsRepair ? REPAIR_MS : BACK_OFF_MS[delivery.attempts]
    const { id, conversationId: conversation, source, attempts } = delivery
    const fields = { delivery: id, conversation, source, attempts: attempts + 1, error: String(failure) }
    if (wait !== undefined) {
      log.warn(fields, 'delivery failed and will be tried again')
      const now = clock()
      await store.failed(delivery, new Date(now.getTime() + wait), needsRepair ? now : null)
      if (needsRepair) await blocked(delivery)
      return
    }
    // The assistant's notices around a clerk's late answer say nothing that the answer does not.
    if (isTooLate && !delivery.reply.by) log.warn(fields, 'delivery given up')
    else log.error(fields, 'delivery given up')
    await gaveUp(delivery, isTooLate)
    await store.failed(delivery, null)
  }

  /** Gives what went wrong, or nothing. */
  async function push({ id, conversationId, source, returnPath, reply }: Delivery): Promise<unknown> {
    try {
      const channel = channels(source)
      if (!channel) return new DeliveryError(`no channel for "${source}" is connected`, false)
      const history = reply.reply.handsOver ? await store.history(conversationId, 0) : []
      await inTime(channel.deliver(returnPath, reply, String(id), history))
      return undefined
    } catch (error) {
      return error
    }
  }

  /** One look after another, as two at once would take the same room. One that waits for its turn is enough: it will see more. */
  async function attemptDue(): Promise<void> {
    if (isLookAhead) return
    isLookAhead = true
    await looked
    isLookAhead = false
    const claimed = claim()
    looked = claimed.catch(() => undefined)
    const makeRoom = () => {
      room++
    }
    const due = await claimed
    await Promise.all(due.map(delivery => noted(attempt(delivery).finally(makeRoom).then(deliverDue))))
  }

  async function claim(): Promise<readonly Delivery[]> {
    if (room < 1) return []
    const due = await store.claimDeliveries(clock(), room)
    room -= due.length
    return due
  }

  function deliver(delivery: Delivery): Promise<void> {
    return noted(attempt(delivery).then(deliverDue))
  }

  /** Sends what is due of each conversation, one after another, and that of different ones side by side. */
  async function deliverDue(): Promise<void> {
    if (!isStopped) await noted(attemptDue())
  }

  function noted(work: Promise<void>): Promise<void> {
    const end = () => underWay.delete(work)
    underWay.add(work)
    work.then(end, end)
    return work
  }

  return {
    deliver,
    deliverDue,
    async stop() {
      isStopped = true
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}

async function nobodyToTell(): Promise<void> {
  // The log has it.
}

/** More than any channel may take; one that hangs must not hold up what is due elsewhere. */
const PUSH_MS = 20 * SECOND

async function inTime(pushed: Promise<void>): Promise<void> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new DeliveryError('the channel did not answer in time', false)), PUSH_MS)
  try {
    await Promise.race([pushed, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
