/** How many of how many, as a share with the interval that holds the true one in 95 of 100 cases. All from 0 to 1. */
export type Proportion = {
  readonly count: number
  readonly of: number
  /** NaN of nothing. */
  readonly share: number
  readonly low: number
  readonly high: number
}

const Z_95 = 1.959963984540054

/** The interval of Wilson (1927, "Probable inference, the law of succession, and statistical inference"). */
export function wilson(count: number, of: number): Proportion {
  if (of === 0) return { count, of, share: Number.NaN, low: 0, high: 1 }
  const share = count / of
  const pull = Z_95 ** 2 / of
  const middle = (share + pull / 2) / (1 + pull)
  const reach = (Z_95 / (1 + pull)) * Math.sqrt((share * (1 - share)) / of + pull / (4 * of))
  return { count, of, share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}

/** The proportion of those that `is` holds for. */
export function proportion<T>(all: readonly T[], is: (each: T) => boolean): Proportion {
  return wilson(all.filter(is).length, all.length)
}
