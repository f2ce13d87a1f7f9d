/** Milliseconds before the next try: doubling from half a second to half a minute, half of it by chance. */
export type BackOff = { readonly next: () => number; readonly reset: () => void }

const FIRST_MS = 500
const LONGEST_MS = 30_000

/** `chance` gives numbers from 0 to 1, so that many browsers do not come back at one moment. */
export function createBackOff(chance: () => number = Math.random): BackOff {
  let failures = 0
  return {
    next() {
      const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures++)
      return whole / 2 + (whole / 2) * chance()
    },
    reset() {
      failures = 0
    },
  }
}
