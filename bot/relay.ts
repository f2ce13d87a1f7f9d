import { DeliveryError } from './delivery-error.ts'
import type { Channels, Clock, Delivery, Log, Store } from './ports.ts'

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

/** Waits before the second and each further attempt; after the last of them a delivery is given up. */
const BACK_OFF_MS = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR]

export function createRelay({
  store,
  channels,
  clock,
  log,
}: {
  readonly store: Store
  readonly channels: Channels
  readonly clock: Clock
  readonly log: Log
}): Relay {
  /** Sent, but not noted, as the store failed: when leased again they are noted, and not sent a second time. */
  const sent = new Set<number>()
  const underWay = new Set<Promise<void>>()
  let isStopped = false

  async function attempt(delivery: Delivery): Promise<void> {
    const failure = sent.has(delivery.id) ? undefined : await push(delivery)
    if (failure === undefined) {
      sent.add(delivery.id)
      await store.delivered(delivery)
      sent.delete(delivery.id)
      return
    }
    const wait = failure instanceof DeliveryError && failure.isFinal ? undefined : BACK_OFF_MS[delivery.attempts]
    const dueAt = wait === undefined ? null : new Date(clock().getTime() + wait)
    const { id, conversationId: conversation, source, attempts } = delivery
    const fields = { delivery: id, conversation, source, attempts: attempts + 1, error: String(failure) }
    if (dueAt) log.warn(fields, 'delivery failed and will be tried again')
    else log.error(fields, 'delivery given up')
    await store.failed(delivery, dueAt)
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

  async function attemptDue(): Promise<void> {
    const due = await store.claimDeliveries(clock())
    await Promise.all(due.map(deliver))
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
