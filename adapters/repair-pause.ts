import { DeliveryError } from '../bot/delivery-error.ts'
import type { Log } from '../bot/ports.ts'

/** Makes a call, unless it is known to be in vain: then the error of the last one is thrown at once. */
export type RepairPause = <Given>(call: () => Promise<Given>) => Promise<Given>

/** While nothing gets through it is tried again this often, however much there is to send. */
const PAUSE_MS = 60_000

/**
 * Spares a channel the storm of everything that waits while it refuses what we show it, such as a token: one call a minute goes
 * ahead and shows whether that was mended. The log has `refused` once and then `mended`. `now` is a steady clock in milliseconds.
 */
export function createRepairPause(
  { refused, mended }: { readonly refused: string; readonly mended: string },
  log: Pick<Log, 'error' | 'info'>,
  now: () => number = () => performance.now(),
): RepairPause {
  let broken: { readonly error: DeliveryError; readonly until: number } | undefined

  function note(error: DeliveryError): void {
    if (!broken) log.error({ error: error.message }, refused)
    broken = { error, until: now() + PAUSE_MS }
  }

  /** Of all that waits one goes ahead each time. */
  function goAhead(): void {
    if (!broken) return
    if (now() < broken.until) throw broken.error
    broken = { ...broken, until: now() + PAUSE_MS }
  }

  return async call => {
    goAhead()
    try {
      const given = await call()
      if (broken) log.info({}, mended)
      broken = undefined
      return given
    } catch (error) {
      if (error instanceof DeliveryError && error.needsRepair) note(error)
      throw error
    }
  }
}
