import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createRandom, shuffle } from '../../../knowledge/search/random.ts'

describe('the fixed generator', () => {
  it('repeats itself for the same seed', () => {
    const [one, other] = [createRandom(7), createRandom(7)]

    expect(Array.from({ length: 20 }, one)).toEqual(Array.from({ length: 20 }, other))
  })

  it('differs from seed to seed', () => {
    expect(createRandom(1)()).not.toBe(createRandom(2)())
  })

  it('gives numbers from 0 to below 1', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const numbers = Array.from({ length: 20 }, createRandom(seed))

        expect(numbers.every(number => number >= 0 && number < 1)).toBe(true)
      }),
    )
  })
})

describe('shuffling', () => {
  it('keeps what it puts in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (list, seed) => {
        const shuffled = [...list]
        shuffle(shuffled, createRandom(seed))

        expect(shuffled.toSorted((a, b) => a - b)).toEqual(list.toSorted((a, b) => a - b))
      }),
    )
  })

  it('brings each place to each other place about equally often', () => {
    const random = createRandom(3)
    const firsts = Array.from({ length: 3000 }, () => {
      const list = [0, 1, 2]
      shuffle(list, random)
      return list[0]
    })

    const counts = [0, 1, 2].map(value => firsts.filter(first => first === value).length)
    expect(Math.min(...counts)).toBeGreaterThan(900)
  })
})
