import { STORE_TIMING, type StoreTiming } from '../../adapters/storage/timing.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** How long and how often. The promises of reliability.md are given for `FULL`; `SCALED` is for `npm test`. */
export type Pace = {
  /** Of the service. */
  readonly settings: Readonly<Record<string, string>>
  readonly timing: StoreTiming
  /** Random kills under load (F01). */
  readonly kills: number
  /** Over which those kills are spread; 0: one after another as fast as the service comes back. */
  readonly killsOverMs: number
  /** Pause of a citizen between messages. */
  readonly pauseMs: number
  /** When a slow first attempt is repeated, and when its turn ends (F03). */
  readonly repeatsAfterMs: readonly number[]
  readonly slowTurnMs: number
  /** Messages that arrive in any order (F04). */
  readonly shuffled: number
  /** How long a writer holds its transaction (F05). */
  readonly heldMs: number
  /** How long the database is away (F06), and how (half open takes until time-outs of 10 s have passed). */
  readonly outageMs: number
  readonly outages: readonly ('drop' | 'stall' | 'halfOpen')[]
  /** How long and by how much the database is slow (F07), and how many write at once. */
  readonly slowMs: number
  readonly latencyMs: number
  readonly crowd: number
  /** Citizens with the chat open, how many messages they send in a second, and how long (F17). */
  readonly visitors: number
  readonly visitsPerSecond: number
  readonly visitMs: number
  /** How many times as many there are in a rush; 1: there is none. */
  readonly rush: number
  /** Whether Messenger hangs too, which takes until its time-out of 10 s has passed (F22). */
  readonly hangs: boolean
  /** Restarts of each replica (F13). */
  readonly restarts: number
  /** What does not happen within so long is taken for lost. */
  readonly patienceMs: number
}

/** All visitors come from one address here. */
const CROWD = { CHATS_PER_MINUTE: '1000000' }

export const SCALED: Pace = {
  settings: { ...CROWD, RELAY_MS: '100', RECOVER_MS: '100', DESK_MS: '100', DRAIN_SECONDS: '1', WATCHDOG_SECONDS: '8' },
  timing: { ...STORE_TIMING, retryMs: 2 * SECOND, leaseMs: 5 * SECOND, silentMs: 500, lostMs: 1500 },
  kills: 8,
  killsOverMs: 0,
  pauseMs: 20,
  repeatsAfterMs: [100, 200, 300],
  slowTurnMs: 500,
  shuffled: 60,
  heldMs: 300,
  outageMs: 2 * SECOND,
  outages: ['drop', 'stall'],
  slowMs: 3 * SECOND,
  latencyMs: 300,
  crowd: 260,
  visitors: 50,
  visitsPerSecond: 5,
  visitMs: 3 * SECOND,
  rush: 1,
  hangs: false,
  restarts: 1,
  patienceMs: 90 * SECOND,
}

export const FULL: Pace = {
  settings: CROWD,
  timing: STORE_TIMING,
  kills: 200,
  killsOverMs: 0,
  pauseMs: 800,
  repeatsAfterMs: [3 * SECOND, 15 * SECOND, 18 * SECOND],
  slowTurnMs: 20 * SECOND,
  shuffled: 1000,
  heldMs: 2 * SECOND,
  outageMs: 30 * SECOND,
  outages: ['drop', 'stall', 'halfOpen'],
  slowMs: 10 * MINUTE,
  latencyMs: 2 * SECOND,
  crowd: 400,
  visitors: 50,
  visitsPerSecond: 5,
  visitMs: 10 * MINUTE,
  rush: 10,
  hangs: true,
  restarts: 10,
  patienceMs: 10 * MINUTE,
}
