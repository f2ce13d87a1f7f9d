import { describe, expect, it } from '@jest/globals'
import { createBackOff } from '../../../../adapters/website/widget/chat/back-off.ts'

describe('backing off', () => {
  it('doubles up to half a minute, and begins anew', () => {
    const backOff = createBackOff(() => 1)
    const waits = Array.from({ length: 8 }, backOff.next)
    backOff.reset()

    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
    expect(backOff.next()).toBe(500)
  })

  it('leaves half of it to chance', () => {
    expect(createBackOff(() => 0).next()).toBe(250)
  })
})
