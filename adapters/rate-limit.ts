import { createHmac, randomBytes } from 'node:crypto'
import { RequestError } from './request-error.ts'

/** Slows down whoever asks too often. Counted in this process, under keyed hashes that nobody can turn back. */
export type RateLimit = {
  /** Counts one request of whoever has this key. Throws `RequestError` 429 where it may not pass. */
  readonly pass: (key: string) => void
}

export type Rate = {
  readonly perMinute: number
  /** So many may come at once. */
  readonly atOnce: number
}

type Bucket = { readonly left: number; readonly at: number }

const MINUTE_MS = 60_000
const SECOND_MS = 1000

/** Keys that have nothing to remember are forgotten above so many of them, and once an hour. */
const MANY = 10_000
const HOUR_MS = 60 * MINUTE_MS

/** `now` is a steady clock in milliseconds. */
export function createRateLimit({ perMinute, atOnce }: Rate, now: () => number = () => performance.now()): RateLimit {
  const perMs = perMinute / MINUTE_MS
  const secret = randomBytes(32)
  const buckets = new Map<string, Bucket>()
  let forgotAt = now()

  function leftOf(bucket: Bucket | undefined, at: number): number {
    return bucket ? Math.min(atOnce, bucket.left + (at - bucket.at) * perMs) : atOnce
  }

  function forgetFull(at: number): void {
    forgotAt = at
    for (const [key, bucket] of buckets) if (leftOf(bucket, at) >= atOnce) buckets.delete(key)
  }

  return {
    pass(key) {
      const at = now()
      if (buckets.size > MANY || at - forgotAt > HOUR_MS) forgetFull(at)
      const hash = createHmac('sha256', secret).update(key).digest('base64')
      const left = leftOf(buckets.get(hash), at)
      if (left < 1) throw tooOften(Math.ceil((1 - left) / perMs / SECOND_MS))
      buckets.set(hash, { left: left - 1, at })
    },
  }
}

function tooOften(seconds: number): RequestError {
  return new RequestError(429, 'TooManyRequests', `That was too often. Try again in ${seconds} s.`, seconds)
}
