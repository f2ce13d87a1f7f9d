import { describe, expect, it } from '@jest/globals'
import { isSpelledLike } from '../../../knowledge/polish/spelled-like.ts'

describe('a word is spelled like the intended one', () => {
  it.each([
    ['kot', 'kot'],
    ['karta', 'karta'],
    ['urzednik', 'urzednik'],
  ])('when they are equal: %s', (word, intended) => {
    expect(isSpelledLike(word, intended)).toBe(true)
  })

  it.each([
    ['a letter is wrong', 'kasta'],
    ['a letter is missing', 'kara'],
    ['a letter is extra', 'kartaa'],
    ['two letters are swapped', 'katra'],
  ])('when %s: %s', (_, word) => {
    expect(isSpelledLike(word, 'karta')).toBe(true)
  })

  it.each([
    ['wrong letters', 'urzydnyk'],
    ['missing letters', 'urzdnk'],
    ['extra letters', 'uurzedniik'],
    ['a swap and a missing letter', 'uzrednk'],
  ])('when a long word has two slips, %s: %s', (_, word) => {
    expect(isSpelledLike(word, 'urzednik')).toBe(true)
  })

  it.each([
    ['a short word has one slip', 'kos', 'kot'],
    ['a short word lacks a letter', 'ko', 'kot'],
    ['a word of four letters has one slip', 'akty', 'akta'],
    ['a word of five letters has two slips', 'kasto', 'karta'],
    ['a word of seven letters has two slips', 'pdatk', 'podatek'],
    ['a long word has three slips', 'urydnyk', 'urzednik'],
    ['it is much longer', 'kartami', 'karta'],
    ['it is another word', 'tablica', 'urzednik'],
    ['it is empty', '', 'karta'],
  ])('but not when %s', (_, word, intended) => {
    expect(isSpelledLike(word, intended)).toBe(false)
  })
})
