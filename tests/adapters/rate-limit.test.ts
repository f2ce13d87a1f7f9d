import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createRateLimit, type RateLimit } from '../../adapters/rate-limit.ts'

const RATE = { perMinute: 20, atOnce: 5 }

/** Whether one request passes, and else the seconds to wait. */
function tryAt(limit: RateLimit, key = 'one'): 'passed' | number | undefined {
  try {
    limit.pass(key)
    return 'passed'
  } catch (error) {
    if (error instanceof Error && 'retryAfterSeconds' in error) return Number(error.retryAfterSeconds)
    throw error
  }
}

describe('a rate limit', () => {
  it('lets so many pass at once, then one whenever its time has come, and says when that is', () => {
    let now = 0
    const limit = createRateLimit(RATE, () => now)

    const atOnce = Array.from({ length: 6 }, () => tryAt(limit))
    now = 2999
    const early = tryAt(limit)
    now = 3000
    const inTime = [tryAt(limit), tryAt(limit)]

    expect([...atOnce, early, ...inTime]).toEqual([...Array(5).fill('passed'), 3, 1, 'passed', 3])
  })

  it('counts everybody apart', () => {
    const limit = createRateLimit({ perMinute: 1, atOnce: 1 }, () => 0)

    expect(['one', 'two', 'one'].map(key => tryAt(limit, key))).toEqual(['passed', 'passed', 60])
  })

  it('never lets more pass than its rate and what may come at once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { maxLength: 200 }), waits => {
        let now = 0
        const limit = createRateLimit(RATE, () => now)

        const passed = waits.filter(wait => {
          now += wait
          return tryAt(limit) === 'passed'
        })

        expect(passed.length).toBeLessThanOrEqual(RATE.atOnce + (now / 60_000) * RATE.perMinute)
      }),
    )
  })

  it('goes on counting when very many came', () => {
    let now = 0
    const limit = createRateLimit({ perMinute: 1, atOnce: 1 }, () => now)
    tryAt(limit, 'early')
    now = 30_000
    for (let index = 0; index < 10_001; index++) tryAt(limit, String(index))

    expect([tryAt(limit, 'early'), tryAt(limit, '7'), tryAt(limit, 'new')]).toEqual([30, 60, 'passed'])
  })
})
