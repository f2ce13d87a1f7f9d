import { DeliveryError } from './delivery-error.ts'
import type { Channels, Clock, Delivery, Log, Store } from './ports.ts'

/** Pushes committed replies through their channels, in order within a conversation. */
export type Relay = {
  /** Tries every delivery that is due; later ones of a conversation follow once the first has gone. */
  readonly deliverDue: () => Promise<void>
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
  const underWay = new Set<number>()

  async function attempt(delivery: Delivery): Promise<void> {
    const { id, conversationId, source, returnPath, reply, attempts } = delivery
    try {
      const channel = channels(source)
      if (!channel) throw new DeliveryError(`no channel for "${source}" is connected`, false)
      await channel.deliver(returnPath, reply, String(id))
      await store.delivered(id)
    } catch (error) {
      const wait = error instanceof DeliveryError && error.isFinal ? undefined : BACK_OFF_MS[attempts]
      const dueAt = wait === undefined ? null : new Date(clock().getTime() + wait)
      const fields = {
        delivery: id,
        conversation: conversationId,
        source,
        attempts: attempts + 1,
        error: String(error),
      }
      if (dueAt) log.warn(fields, 'delivery failed and will be tried again')
      else log.error(fields, 'delivery given up')
      await store.failed(id, dueAt)
    }
  }

  return {
    async deliverDue() {
      for (;;) {
        const due = (await store.dueDeliveries(clock())).filter(delivery => !underWay.has(delivery.id))
        if (due.length === 0) return
        for (const delivery of due) underWay.add(delivery.id)
        await Promise.all(due.map(delivery => attempt(delivery).finally(() => underWay.delete(delivery.id))))
      }
    },
  }
}
