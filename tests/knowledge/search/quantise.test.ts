import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { quantise } from '../../../knowledge/search/quantise.ts'

describe('quantised weights', () => {
  it('give the highest weight of a row 127 units', () => {
    const { weights, scale } = quantise(Float32Array.of(127, -63.5, 0, 254), 2)

    expect([...weights]).toEqual([127, -63, 0, 127])
    expect([...scale]).toEqual([1, 2])
  })

  it('are off by half a unit at most', () => {
    const number = fc.integer({ min: -10_000, max: 10_000 }).map(each => each / 128)
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, number)), rows => {
        const given = Float32Array.from(rows.flat())
        const { weights, scale } = quantise(given, 3)

        for (const [index, weight] of given.entries()) {
          const unit = scale[Math.floor(index / 3)] ?? 0
          expect(Math.abs((weights[index] ?? 0) * unit - weight)).toBeLessThanOrEqual(unit * 0.5001)
        }
      }),
    )
  })

  it('stay nothing where there is nothing', () => {
    expect(quantise(new Float32Array(4), 2)).toEqual({ weights: new Int8Array(4), scale: Float32Array.of(1, 1) })
    expect(quantise(new Float32Array(), 0)).toEqual({ weights: new Int8Array(), scale: new Float32Array() })
  })
})
