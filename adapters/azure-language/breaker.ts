/** Leaves a service alone that fails again and again. */
export type Breaker = {
  /** Whether it may be asked now. After a rest one trial at a time may. */
  readonly mayAsk: () => boolean
  readonly succeeded: () => void
  /** `restMs`: the service itself said how long, or must not be asked on and on. */
  readonly failed: (restMs?: number) => void
}

const MOST_FAILURES = 3

/** @param now milliseconds of a clock that never jumps. */
export function createBreaker(restMs: number, now: () => number): Breaker {
  let failures = 0
  let closedUntil = 0
  return {
    mayAsk() {
      if (now() < closedUntil) return false
      // Others wait for the end of this trial, or of another rest.
      if (failures >= MOST_FAILURES) closedUntil = now() + restMs
      return true
    },
    succeeded() {
      failures = 0
      closedUntil = 0
    },
    failed(rest) {
      failures++
      if (rest !== undefined || failures >= MOST_FAILURES) closedUntil = Math.max(closedUntil, now() + (rest ?? restMs))
    },
  }
}
