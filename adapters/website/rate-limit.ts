import { createHmac, randomBytes } from 'node:crypto'

/** Slows down whoever asks too often. Counted in this process, under keyed hashes that nobody can turn back. */
export type RateLimit = {
  /** Counts one request. Gives nothing where it may pass, else the seconds to wait. */
  readonly take: (key: string) => number | undefined
}

export type Rate = {
  readonly perMinute: number
  /** So many may come at once. */
  readonly atOnce: number
}

type Bucket = { readonly left: number; readonly at: number }

const MINUTE_MS = 60_000
const SECOND_MS = 1000

/** Above so many keys those that have nothing to remember are forgotten. */
const MANY = 10_000

/** `now` is a steady clock in milliseconds. */
export function createRateLimit({ perMinute, atOnce }: Rate, now: () => number = () => performance.now()): RateLimit {
  const perMs = perMinute / MINUTE_MS
  const secret = randomBytes(32)
  const buckets = new Map<string, Bucket>()

  function leftOf(bucket: Bucket | undefined, at: number): number {
    return bucket ? Math.min(atOnce, bucket.left + (at - bucket.at) * perMs) : atOnce
  }

  function forgetFull(at: number): void {
    for (const [key, bucket] of buckets) if (leftOf(bucket, at) >= atOnce) buckets.delete(key)
  }

  return {
    take(key) {
      const at = now()
      if (buckets.size > MANY) forgetFull(at)
      const hash = createHmac('sha256', secret).update(key).digest('base64')
      const left = leftOf(buckets.get(hash), at)
      const isPassed = left >= 1
      buckets.set(hash, { left: isPassed ? left - 1 : left, at })
      return isPassed ? undefined : Math.ceil((1 - left) / perMs / SECOND_MS)
    },
  }
}
