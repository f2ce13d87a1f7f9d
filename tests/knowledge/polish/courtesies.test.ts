import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { withoutCourtesies } from '../../../knowledge/polish/courtesies.ts'
import { words } from '../../../knowledge/polish/words.ts'

const left = (text: string) => withoutCourtesies(words(text)).join(' ')

const COURTESIES = [
  'Dzień dobry',
  'witam',
  'Szanowni Państwo',
  'proszę',
  'z góry dziękuję',
  'Pozdrawiam',
  'mam pytanie',
]

describe('what is left without courtesies', () => {
  it('is the question, wherever they stand', () => {
    fc.assert(
      fc.property(fc.subarray(COURTESIES), fc.subarray(COURTESIES), (before, after) => {
        expect(left([...before, 'ile kosztuje karta parkingowa', ...after].join(', '))).toBe(
          'ile kosztuje karta parkingowa',
        )
      }),
    )
  })

  it.each(['dzień dobry', 'cześć, hej', 'dziękuję bardzo!', 'Witam. Proszę.'])('is all of "%s"', text => {
    expect(left(text)).toBe(words(text).join(' '))
  })

  it('keeps words that only begin like one', () => {
    expect(left('halogen w aucie')).toBe('halogen w aucie')
  })

  it('is nothing where nothing was said', () => {
    expect(left('')).toBe('')
  })
})
