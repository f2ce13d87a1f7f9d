import { createHmac, randomBytes } from 'node:crypto'
import type { ConversationEvent } from '../bot/event.ts'
import type { Rate } from './rate-limit.ts'

/**
 * Marks a message that came faster than is answered, and whether its citizen is to be told so. For channels that are pushed to,
 * where nobody is refused for their haste. The same message twice counts once.
 */
export type Pace = (event: ConversationEvent, writtenAt: Date) => ConversationEvent

/** A message of somebody. */
type Written = { readonly who: string; readonly id: string; readonly at: number }

/** One that was counted, and when by a steady clock. */
type Counted = { readonly id: string; readonly at: number; readonly seenAt: number }

type Count = (written: Written) => boolean

const MINUTE_MS = 60_000

/** Remembered for an hour, of so many citizens at most, and so much of each. */
const HOUR_MS = 60 * MINUTE_MS
const MOST_CITIZENS = 10_000
const MOST_OF_ONE = 1000

/**
 * By when it was written, in whatever order it comes: what a channel delivers late, all at once or after what was written later,
 * came no faster for that. `now` is a steady clock in milliseconds.
 */
export function createPace(rate: Rate, now: () => number = () => performance.now()): Pace {
  const isInPace = createCount(rate, now)
  const isFirstNotice = createCount({ perMinute: 1, atOnce: 1 }, now)
  return (event, writtenAt) => {
    if (event.kind !== 'citizen-wrote') return event
    const { source, address, externalId: id } = event.origin
    const written = { who: `${source} ${address}`, id, at: writtenAt.getTime() }
    if (isInPace(written)) return event
    return { ...event, haste: isFirstNotice(written) ? 'told' : 'untold' }
  }
}

/** Counts what was written within the rate, in this process, under keyed hashes. Says whether the message was. */
function createCount({ perMinute, atOnce }: Rate, now: () => number): Count {
  const costMs = MINUTE_MS / perMinute
  const fullMs = costMs * atOnce
  const secret = randomBytes(32)
  const citizens = new Map<string, readonly Counted[]>()

  /** How much might have been written at that time, after what was written before it. */
  function leftMs(at: number, counted: readonly Counted[]): number {
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

  return ({ who, id, at }) => {
    const seenAt = now()
    forgetOld(seenAt)
    const hashOf = (text: string) => createHmac('sha256', secret).update(text).digest('base64')
    const [key, hash] = [hashOf(who), hashOf(id)]
    const counted = (citizens.get(key) ?? []).filter(each => seenAt - each.seenAt < HOUR_MS)
    if (counted.some(each => each.id === hash)) return true
    if (leftMs(at, counted) < costMs) return false
    const inOrder = [...counted, { id: hash, at, seenAt }].toSorted((one, other) => one.at - other.at)
    citizens.delete(key)
    citizens.set(key, inOrder.slice(-MOST_OF_ONE))
    return true
  }
}
