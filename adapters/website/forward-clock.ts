import type { Clock } from '../../bot/ports.ts'

/**
 * A clock that never goes back: where the machine's clock is set back, time goes on from the latest that was seen, so that what
 * expired stays so. `steady` counts milliseconds, whatever is done to the clock.
 */
export function createForwardClock(clock: Clock, steady: () => number = () => performance.now()): Clock {
  let latest = Number.NEGATIVE_INFINITY
  let seenAt = 0
  return () => {
    const now = steady()
    latest = Math.max(clock().getTime(), latest + now - seenAt)
    seenAt = now
    return new Date(latest)
  }
}
