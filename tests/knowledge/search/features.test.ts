import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { features } from '../../../knowledge/search/features.ts'

const anyText = fc.string({ unit: 'binary' })

describe('the features of a question', () => {
  it.each([
    ['case', 'KARTA Parkingowa'],
    ['diacritics', 'kąrtą pąrkińgówa'],
    ['punctuation', '„karta”, parkingowa?!'],
    ['spaces', '  karta\n\tparkingowa '],
  ])('are the same whatever the %s', (_, question) => {
    expect(features(question)).toEqual(features('karta parkingowa'))
  })

  it('are the same each time', () => {
    fc.assert(fc.property(anyText, text => expect(features(text)).toEqual(features(text))))
  })

  it('are sorted and each stands once', () => {
    fc.assert(
      fc.property(anyText, text => {
        const found = [...features(text)]

        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b))
      }),
    )
  })

  it('do not count a repeated word twice', () => {
    const [once, thrice] = [features('karta karta'), features('karta karta karta')]

    expect(thrice).toEqual(once)
  })

  it('tell the order of words', () => {
    expect(features('nowe auto')).not.toEqual(features('auto nowe'))
  })

  it('share most between forms of one word', () => {
    const [one, other] = [new Set(features('rejestracja')), new Set(features('rejestrację'))]

    expect(one.intersection(other).size).toBeGreaterThan(one.size / 2)
  })

  it('share nothing between words without a common pair of letters', () => {
    const [one, other] = [new Set(features('karta')), new Set(features('godziny'))]

    expect(one.intersection(other).size).toBe(0)
  })

  it.each(['', '?!…', '\ud83d', '\u200b'])('are none for %j', question => {
    expect(features(question)).toHaveLength(0)
  })

  it.each(["don't", 'don’t'])('drop the apostrophe inside a word in English: %s', question => {
    expect(features(question, 'en')).toEqual(features('dont', 'en'))
  })

  it('split at the apostrophe in Polish', () => {
    expect(features("don't")).toEqual(features('don t'))
  })
})
