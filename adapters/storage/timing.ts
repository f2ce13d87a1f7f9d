/** Durations that every store keeps to, in milliseconds. Tests and the fault harness shorten them. */
export type StoreTiming = {
  /** After this long without a turn an event is taken up again. Default 30 s. */
  readonly retryMs: number
  /** How long a delivery that is being sent is left to its sender. Default 30 s. */
  readonly leaseMs: number
  /** Silence after which the next message opens a new conversation. Default 24 h. */
  readonly idleMs: number
  /** How long after a person was last involved originals may be read. Default 24 h. */
  readonly keyMs: number
  /** A clerk whose page was not heard of for so long is not present, and a citizen who talks with them is told. Default 60 s. */
  readonly silentMs: number
  /** A clerk's hold ends when their page was not heard of for so long. Default 180 s. */
  readonly lostMs: number
}

const SECOND = 1000

/** After so long an event that one replica cannot read may be taken up: well before the same replica looks again. */
export const LEFT_MS = SECOND

const DAY = 24 * 60 * 60 * SECOND

export const STORE_TIMING: StoreTiming = {
  retryMs: 30 * SECOND,
  leaseMs: 30 * SECOND,
  idleMs: DAY,
  keyMs: DAY,
  silentMs: 60 * SECOND,
  lostMs: 180 * SECOND,
}

/** The moment so long after `moment`; before it where `ms` is negative. */
export function later(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms)
}
