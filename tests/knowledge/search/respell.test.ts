import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { respell } from '../../../knowledge/search/respell.ts'
import { train } from '../../../knowledge/search/train.ts'
import { TOY_QUESTIONS } from './toy-questions.ts'

const topics = train(TOY_QUESTIONS)
const anyText = fc.string({ unit: 'binary' })

describe('a word with a slip', () => {
  it.each([
    ['a letter wrong', 'parkimgowa'],
    ['a letter missing', 'parkngowa'],
    ['a letter extra', 'parkinggowa'],
    ['two neighbours swapped', 'parknigowa'],
    ['its last letter missing', 'parkingow'],
  ])('is read as it was meant: %s', (_, written) => {
    expect(respell(`karta ${written}`, topics)).toBe('karta parkingowa')
  })

  it('is read as the commonest of the words that it may be', () => {
    const samples = ['opłata', 'oplate', 'oplate i znaki'].map(text => ({ text, label: text }))

    expect(respell('oplatq', train(samples))).toBe('oplate')
  })

  it('is read as English without its apostrophe', () => {
    expect(respell("it doesn't", train([{ text: 'doesnt', label: 'a' }]))).toBe('it doesnt')
  })

  it('is read in the middle of signs, which stay', () => {
    expect(respell('(Ile kosztjue?)', topics)).toBe('(ile kosztuje?)')
  })
})

describe('a word that stays', () => {
  it.each([
    ['known', 'kosztuje'],
    ['too short to tell', 'krta'],
    ['two slips away', 'prakimgowa'],
    ['one with another first letter', 'darkingowa'],
    ['like no other', 'telewizor'],
    ['a number', '123456'],
  ])('is %s', (_, written) => {
    expect(respell(written, topics)).toBe(written)
  })
})

describe('what was read', () => {
  it('is read the same again', () => {
    fc.assert(
      fc.property(anyText, text => {
        const once = respell(text, topics)
        expect(respell(once, topics)).toBe(once)
      }),
    )
  })
})
