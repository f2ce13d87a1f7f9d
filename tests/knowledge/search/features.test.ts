import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { aspectFeatures, topicFeatures } from '../../../knowledge/search/features.ts'

const anyText = fc.string({ unit: 'binary' })

describe('the features of a topic', () => {
  it.each([
    ['case', 'KARTA Parkingowa'],
    ['diacritics', 'kąrtą pąrkińgówa'],
    ['punctuation', '„karta”, parkingowa?!'],
    ['spaces', '  karta\n\tparkingowa '],
  ])('are the same whatever the %s', (_, question) => {
    expect(topicFeatures(question)).toEqual(topicFeatures('karta parkingowa'))
  })

  it('are the same each time', () => {
    fc.assert(fc.property(anyText, text => expect(topicFeatures(text)).toEqual(topicFeatures(text))))
  })

  it('are sorted and each stands once', () => {
    fc.assert(
      fc.property(anyText, text => {
        const found = [...topicFeatures(text)]

        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b))
      }),
    )
  })

  it('do not count a repeated word twice', () => {
    const [once, thrice] = [topicFeatures('karta karta'), topicFeatures('karta karta karta')]

    expect(thrice).toEqual(once)
  })

  it('tell the order of words', () => {
    expect(topicFeatures('nowe auto')).not.toEqual(topicFeatures('auto nowe'))
  })

  it('share most between forms of one word', () => {
    const [one, other] = [new Set(topicFeatures('rejestracja')), new Set(topicFeatures('rejestrację'))]

    expect(one.intersection(other).size).toBeGreaterThan(one.size / 2)
  })

  it('share nothing between words without a common pair of letters', () => {
    const [one, other] = [new Set(topicFeatures('karta')), new Set(topicFeatures('godziny'))]

    expect(one.intersection(other).size).toBe(0)
  })

  it.each(['', '?!…', '\ud83d', '\u200b'])('are none for %j', question => {
    expect(topicFeatures(question)).toHaveLength(0)
  })

  it.each(["don't", 'don’t'])('drop the apostrophe inside a word in English: %s', question => {
    expect(topicFeatures(question, 'en')).toEqual(topicFeatures('dont', 'en'))
  })

  it('split at the apostrophe in Polish', () => {
    expect(topicFeatures("don't")).toEqual(topicFeatures('don t'))
  })
})

describe('the features of an aspect', () => {
  it.each([
    ['case', 'ILE to Kosztuje?'],
    ['diacritics', 'ile tó kośztuje?'],
    ['spaces', '  ile\n\tto kosztuje ?'],
  ])('are the same whatever the %s', (_, question) => {
    expect(aspectFeatures(question)).toEqual(aspectFeatures('ile to kosztuje?'))
  })

  it('tell a question from a statement', () => {
    expect(aspectFeatures('ile to kosztuje?')).not.toEqual(aspectFeatures('ile to kosztuje'))
  })

  it('share the beginning of a word between its forms', () => {
    const [one, other] = [new Set(aspectFeatures('kosztuje')), new Set(aspectFeatures('kosztowało'))]

    expect(one.intersection(other).size).toBeGreaterThanOrEqual(2)
  })

  it('are sorted and each stands once', () => {
    fc.assert(
      fc.property(anyText, text => {
        const found = [...aspectFeatures(text)]

        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b))
      }),
    )
  })
})
