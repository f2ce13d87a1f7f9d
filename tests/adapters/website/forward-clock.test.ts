import { describe, expect, it } from '@jest/globals'
import { createForwardClock } from '../../../adapters/website/forward-clock.ts'

const MINUTE = 60_000

/** A machine whose clock somebody sets, and whose time passes all the same. */
function machine() {
  let [wall, steady] = [Date.parse('2026-05-05T10:00:00Z'), 0]
  const clock = createForwardClock(
    () => new Date(wall),
    () => steady,
  )
  return {
    clock: () => clock().toISOString().slice(11, 16),
    passes(minutes: number) {
      wall += minutes * MINUTE
      steady += minutes * MINUTE
    },
    setsClock(byMinutes: number) {
      wall += byMinutes * MINUTE
    },
  }
}

describe('a clock that goes forward', () => {
  it('is the clock of the machine, also where that is set forward', () => {
    const { clock, passes, setsClock } = machine()

    const read = [clock()]
    passes(5)
    read.push(clock())
    setsClock(60)
    read.push(clock())

    expect(read).toEqual(['10:00', '10:05', '11:05'])
  })

  it('F15: goes on from the latest time where the clock is set back, as fast as time passes', () => {
    const { clock, passes, setsClock } = machine()
    clock()

    setsClock(-10)
    const read = [clock()]
    passes(7)
    read.push(clock())

    expect(read).toEqual(['10:00', '10:07'])
  })

  it('is the clock of the machine again once that is right', () => {
    const { clock, passes, setsClock } = machine()
    clock()

    setsClock(-10)
    passes(2)
    clock()
    setsClock(15)

    expect(clock()).toBe('10:07')
  })
})
