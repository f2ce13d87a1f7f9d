import { describe, expect, it } from '@jest/globals'
import { later, STORE_TIMING } from '../../../adapters/storage/timing.ts'

const MOMENT = new Date('2026-11-24T10:00:00.250Z')

describe('a later moment', () => {
  it.each([
    [0, '2026-11-24T10:00:00.250Z'],
    [750, '2026-11-24T10:00:01.000Z'],
    [-250, '2026-11-24T10:00:00.000Z'],
    [-86_400_000, '2026-11-23T10:00:00.250Z'],
  ])('is so many milliseconds after it, or before it: %i', (ms, expected) => {
    expect(later(MOMENT, ms).toISOString()).toBe(expected)
  })

  it('leaves the moment as it was', () => {
    later(MOMENT, 1000)

    expect(MOMENT.toISOString()).toBe('2026-11-24T10:00:00.250Z')
  })
})

describe('the durations of a store', () => {
  it('are half a minute for work, a day for silence and keys, and one and three minutes for silent clerks', () => {
    expect(STORE_TIMING).toEqual({
      retryMs: 30_000,
      leaseMs: 30_000,
      idleMs: 86_400_000,
      keyMs: 86_400_000,
      silentMs: 60_000,
      lostMs: 180_000,
    })
  })
})
