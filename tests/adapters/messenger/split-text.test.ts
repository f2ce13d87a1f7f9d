import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { splitText } from '../../../adapters/messenger/split-text.ts'

const withoutBlanks = (text: string) => text.replace(/\s/g, '')

describe('a text that is split', () => {
  it('is one part while it fits', () => {
    expect(splitText('Zapłać 21 zł.', 2000)).toEqual(['Zapłać 21 zł.'])
  })

  it.each([
    [
      'a paragraph',
      'Pierwszy akapit ma\ndwa wiersze.\n\nDrugi akapit.',
      ['Pierwszy akapit ma\ndwa wiersze.', 'Drugi akapit.'],
    ],
    [
      'a line',
      'Pierwszy wiersz. Jest długi.\nDrugi wiersz jest długi.',
      ['Pierwszy wiersz. Jest długi.', 'Drugi wiersz jest długi.'],
    ],
    [
      'a sentence',
      'Pierwsze zdanie jest tutaj. Drugie zdanie jest tam.',
      ['Pierwsze zdanie jest tutaj.', 'Drugie zdanie jest tam.'],
    ],
    [
      'a word',
      'jedno bardzo długie zdanie bez końca i przecinka',
      ['jedno bardzo długie zdanie bez końca i', 'przecinka'],
    ],
    ['anything', 'a'.repeat(45), ['a'.repeat(40), 'a'.repeat(5)]],
  ])('ends at the end of %s where nothing better fits', (_end, text, parts) => {
    expect(splitText(text, 40)).toEqual(parts)
  })

  it('loses nothing but blanks, fits, and has no empty part', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 5, max: 60 }), (text, most) => {
        const parts = splitText(text, most)

        expect(withoutBlanks(parts.join(''))).toBe(withoutBlanks(text))
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(most)
          expect(part.trim()).not.toBe('')
          expect(part.isWellFormed()).toBe(true)
        }
      }),
    )
  })
})
