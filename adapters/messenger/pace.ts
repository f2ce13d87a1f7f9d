import { createHmac, randomBytes } from 'node:crypto'
import type { Rate } from '../website/rate-limit.ts'
import type { Item } from './read-webhook.ts'

/** Whether a message came faster than is answered, and whether its citizen is to be told so. Twice the same message counts once. */
export type Pace = (item: Pick<Item, 'sender' | 'id' | 'at'>) => 'told' | 'untold' | undefined

/** Something that a citizen wrote, and when it came here by a steady clock. */
type Written = { readonly id: string; readonly at: number; readonly seenAt: number }

type Count = (item: Parameters<Pace>[0]) => boolean

const MINUTE_MS = 60_000

/** Remembered for an hour, and of so many citizens at most. */
const HOUR_MS = 60 * MINUTE_MS
const MOST_CITIZENS = 10_000

/**
 * By when it was written, in whatever order it comes: what Meta delivers late, all at once or after what was written later, came
 * no faster for that. `now` is a steady clock in milliseconds.
 */
export function createPace(rate: Rate, now: () => number = () => performance.now()): Pace {
  const isInPace = createCount(rate, now)
  const isFirstNotice = createCount({ perMinute: 1, atOnce: 1 }, now)
  return item => {
    if (isInPace(item)) return undefined
    return isFirstNotice(item) ? 'told' : 'untold'
  }
}

/** Counts what was written within the rate, in this process, under keyed hashes. Says whether the message was. */
function createCount({ perMinute, atOnce }: Rate, now: () => number): Count {
  const costMs = MINUTE_MS / perMinute
  const fullMs = costMs * atOnce
  const secret = randomBytes(32)
  const citizens = new Map<string, readonly Written[]>()

  /** How much might have been written at that time, after what was written before it. */
  function leftMs(at: number, counted: readonly Written[]): number {
    let left = fullMs
    let last = Number.NEGATIVE_INFINITY
    for (const earlier of counted.filter(each => each.at <= at)) {
      left = Math.min(fullMs, left + earlier.at - last) - costMs
      last = earlier.at
    }
    return Math.min(fullMs, left + at - last)
  }

  /** Whoever was heard of last stands last. */
  function forgetOld(seenAt: number): void {
    for (const [key, counted] of citizens) {
      const isFresh = counted.some(each => seenAt - each.seenAt < HOUR_MS)
      if (isFresh && citizens.size <= MOST_CITIZENS) return
      citizens.delete(key)
    }
  }

  return ({ sender, id, at: writtenAt }) => {
    const [at, seenAt] = [writtenAt.getTime(), now()]
    forgetOld(seenAt)
    const hashOf = (text: string) => createHmac('sha256', secret).update(text).digest('base64')
    const [key, hash] = [hashOf(sender), hashOf(id)]
    const counted = (citizens.get(key) ?? []).filter(each => seenAt - each.seenAt < HOUR_MS)
    if (counted.some(each => each.id === hash)) return true
    if (leftMs(at, counted) < costMs) return false
    citizens.delete(key)
    citizens.set(
      key,
      [...counted, { id: hash, at, seenAt }].toSorted((one, other) => one.at - other.at),
    )
    return true
  }
}
