import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createPace, type Pace } from '../../adapters/pace.ts'
import { citizenWrites } from '../bot/events.ts'

const SECOND = 1000
const rate = { perMinute: 20, atOnce: 5 }

/** What is said of a message. */
function hasteOf(pace: Pace, externalId: string, second: number, address = '1'): string | undefined {
  const event = pace(citizenWrites('tak', { address, externalId }), new Date(second * SECOND))
  return event.kind === 'citizen-wrote' ? event.haste : undefined
}

/** What is said of messages that one citizen wrote at these seconds, in the order in which they come. */
function paceOf(seconds: readonly number[], address = '1', pace = createPace(rate)) {
  return seconds.map((second, index) => hasteOf(pace, `${index}`, second, address))
}

describe('the pace of a citizen', () => {
  it('is told of at the first message beyond it, and once a minute', () => {
    const many = Array.from({ length: 8 }, () => 100)

    expect(paceOf(many)).toEqual([...Array(5).fill(undefined), 'told', 'untold', 'untold'])
    expect(paceOf([...many, 101, 102]).slice(8)).toEqual(['untold', 'untold'])
  })

  it('leaves room for another message every three seconds', () => {
    expect(paceOf([0, 0, 0, 0, 0, 3, 6, 8, 9])).toEqual([...Array(7).fill(undefined), 'told', undefined])
  })

  it('is that of writing: what was written over an hour may come all at once', () => {
    const late = Array.from({ length: 20 }, (_, index) => 100 + index * 180)

    expect(paceOf(late)).toEqual(Array(20).fill(undefined))
  })

  it('F04: is the same where what was written earlier comes later', () => {
    const whileAway = Array.from({ length: 20 }, (_, index) => 100 + index * 180)

    expect(paceOf([3710, ...whileAway])).toEqual(Array(21).fill(undefined))
    expect(paceOf([110, 100])).toEqual([undefined, undefined])
  })

  it('is no faster when Meta delivers a message again', () => {
    const pace = createPace(rate)
    const wrote = (id: string) => hasteOf(pace, id, 0)

    const same = Array.from({ length: 9 }, () => wrote('a'))
    const others = ['b', 'c', 'd', 'e', 'f', 'f', 'g', 'f', 'a'].map(wrote)

    expect(same).toEqual(Array(9).fill(undefined))
    expect(others).toEqual([...Array(4).fill(undefined), 'told', 'told', 'untold', 'told', undefined])
  })

  it('slows down nobody else', () => {
    const pace = createPace(rate)
    paceOf(Array(50).fill(100), '1', pace)

    expect(paceOf([100], '2', pace)).toEqual([undefined])
  })

  it('is never beyond the rate and what may come at once, where messages come in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10), { minLength: 1, maxLength: 100 }), waits => {
        let second = 0
        const seconds = waits.map(wait => {
          second += wait
          return second
        })

        const answered = paceOf(seconds).filter(haste => haste === undefined).length

        expect(answered).toBeLessThanOrEqual(rate.atOnce + ((second - (seconds[0] ?? 0)) / 60) * rate.perMinute)
      }),
    )
  })

  it('is forgotten after an hour', () => {
    let now = 0
    const pace = createPace(rate, () => now)
    paceOf(Array(6).fill(100), '1', pace)
    now = 3_600_000

    expect(hasteOf(pace, 'another', 100)).toBeUndefined()
  })
})
