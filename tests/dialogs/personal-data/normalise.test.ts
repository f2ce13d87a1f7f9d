import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { normalise } from '../../../dialogs/personal-data/normalise.ts'
import { anyUnits } from './arbitraries.ts'

describe('a normalised text', () => {
  it.each([
    ['small letters and diacritics', 'Zażółć gęślą jaźń', 'ZAZOLC GESLA JAZN'],
    ['combining diacritics', 'Z\u0307o\u0301łć', 'ZOLC'],
    ['full width', '４４０５ＡＢ＠', '4405AB@'],
    ['digits of other scripts', '٤٤٠٥ ४४०५ 𝟜𝟜𝟘𝟝', '4405 4405 4405'],
    ['digits in circles and above the line', '①② m³', '12 M3'],
    ['dashes', '44–05—14−01‑3', '44-05-14-01-3'],
    ['white space and control signs', 'a\u00a0b\tc\r\nd\u0000e\u2009f', 'A B C D E F'],
    ['many spaces', 'a   \n  b', 'A B'],
    ['invisible signs', '44\u200b05\u00ad14\ufeff01\u202e3\u2060', '440514013'],
    ['keycaps', '4️⃣4️⃣', '44'],
  ])('has one spelling for %s', (_, original, spelled) => {
    const { text } = normalise(original)

    expect(text).toBe(spelled)
  })

  it('knows where each of its signs stood', () => {
    const { text, starts, ends } = normalise('a\u200b👍ß\u00a0 ４')

    expect(text).toBe('A👍SS 4')
    expect(starts).toEqual([0, 2, 2, 4, 4, 5, 7])
    expect(ends).toEqual([1, 4, 4, 5, 5, 6, 8])
  })

  it('keeps its places in order and within the original, whatever that is', () => {
    fc.assert(
      fc.property(anyUnits, original => {
        const { text, starts, ends } = normalise(original)

        expect([starts.length, ends.length]).toEqual([text.length, text.length])
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
        expect(starts.every((start, index) => start < (ends[index] ?? 0))).toBe(true)
        expect(Math.max(0, ...ends)).toBeLessThanOrEqual(original.length)
      }),
    )
  })

  it('is normalised already', () => {
    fc.assert(
      fc.property(anyUnits, original => {
        const { text } = normalise(original)

        expect(normalise(text).text).toBe(text)
      }),
    )
  })
})
