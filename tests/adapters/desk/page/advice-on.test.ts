import { describe, expect, it } from '@jest/globals'
import { adviceOn } from '../../../../adapters/desk/page/ui/advice-on.ts'

const words = (count: number) => Array.from({ length: count }, () => 'słowo').join(' ')

describe('C11: advice on what a clerk writes', () => {
  it.each([
    ['a sentence of 20 words', `${words(20)}.`, []],
    [
      'a sentence of 21 words',
      `Krótko. ${words(21)}.`,
      ['Jedno zdanie ma ponad 20 słów. Podziel je, a będzie łatwiejsze.'],
    ],
    ['60 words', `S${words(12)}. `.repeat(5), []],
    [
      '65 words',
      `S${words(13)}. `.repeat(5),
      ['Odpowiedź ma ponad 60 słów. Zostaw to, co najważniejsze, albo wyślij ją w częściach.'],
    ],
  ])('on plain language: %s', (_name, text, advice) => {
    expect(adviceOn(text, 'pl')).toEqual(advice)
  })

  it('on numbers that may be somebody else’s', () => {
    expect(adviceOn('PESEL 44051401359', 'pl')).toEqual([
      expect.stringMatching(/^W tekście jest numer PESEL\. Sprawdź, czy to nie są dane innej osoby\./),
    ])
  })

  it('says nothing of plain Polish in a note, or in another language', () => {
    expect([adviceOn(words(70), null), adviceOn(words(70), 'uk')]).toEqual([[], []])
  })
})
