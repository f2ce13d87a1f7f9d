import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { words } from '../../../knowledge/polish/words.ts'

describe('the words of a text', () => {
  it.each([
    ['Ile kosztuje KARTA parkingowa?', ['ile', 'kosztuje', 'karta', 'parkingowa']],
    ['dowód-osobisty (nowy)', ['dowod', 'osobisty', 'nowy']],
    ['od 7:30 do 15:30', ['od', '7', '30', 'do', '15', '30']],
    ['działka 214/3', ['dzialka', '214', '3']],
    ['REJA24', ['reja24']],
    ['prawko🚗auto', ['prawko', 'auto']],
    ['dowód\nrejestracyjny', ['dowod', 'rejestracyjny']],
    ['?!… – ', []],
    ['', []],
  ])('of %j are %j', (text, found) => {
    expect(words(text)).toEqual(found)
  })

  it('are letters and digits only, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => words(text).every(word => /^[\p{L}\p{N}]+$/u.test(word))),
    )
  })

  it('are the same words when joined and read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const found = words(text)

        expect(words(found.join(' '))).toEqual(found)
      }),
    )
  })
})
