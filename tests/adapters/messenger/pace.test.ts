import { describe, expect, it } from '@jest/globals'
import { createPace } from '../../../adapters/messenger/pace.ts'

const SECOND = 1000
const rate = { perMinute: 20, atOnce: 5 }

/** What is said of messages that one citizen wrote at these seconds. */
function paceOf(seconds: readonly number[], sender = '1', pace = createPace(rate)) {
  return seconds.map(second => pace({ sender, at: new Date(second * SECOND) }))
}

describe('the pace of a citizen', () => {
  it('is told of at the first message beyond it, and once a minute', () => {
    const many = Array.from({ length: 8 }, () => 100)

    expect(paceOf(many)).toEqual([...Array(5).fill(undefined), 'told', 'untold', 'untold'])
    expect(paceOf([...many, 101, 102]).slice(8)).toEqual(['untold', 'untold'])
  })

  it('is that of writing: what was written over an hour may come all at once', () => {
    const late = Array.from({ length: 20 }, (_, index) => 100 + index * 180)

    expect(paceOf(late)).toEqual(Array(20).fill(undefined))
  })

  it('slows down nobody else', () => {
    const pace = createPace(rate)
    paceOf(Array(50).fill(100), '1', pace)

    expect(paceOf([100], '2', pace)).toEqual([undefined])
  })
})
