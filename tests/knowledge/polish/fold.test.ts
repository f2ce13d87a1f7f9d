import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fold } from '../../../knowledge/polish/fold.ts'

/** Any sequence of UTF-16 units, lone surrogates among them. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map(units => units.map(unit => String.fromCharCode(unit)).join(''))

const polishLetters = fc.string({ unit: fc.constantFrom(...'aąbcćdeęfghijklłmnńoóprsśtuwyzźż ') })

describe('folding', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['ŁÓDŹ', 'lodz'],
    ['lodz', 'lodz'],
    ['ZAŻÓŁĆ GĘŚLĄ JAŹŃ', 'zazolc gesla jazn'],
    ['zażółć gęślą jaźń', 'zazolc gesla jazn'],
    ['ąćęłńóśźż', 'acelnoszz'],
    ['ĄĆĘŁŃÓŚŹŻ', 'acelnoszz'],
    ['Świebodzin', 'swiebodzin'],
    ['Müller', 'muller'],
    ['Gießen', 'gießen'],
    ['25 m²', '25 m2'],
    ['ｋａｒｔａ', 'karta'],
    ['İzmir', 'izmir'],
    ['', ''],
  ])('makes "%s" into "%s"', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('treats letters with combining marks as those with built-in marks', () => {
    expect(fold('z\u0307o\u0301łc\u0301')).toBe(fold('żółć'))
  })

  it.each([
    ['a control sign', 'a\u0007b'],
    ['a line break', 'a\nb'],
    ['a zero-width space', 'a\u200bb'],
    ['a byte order mark', 'a\ufeffb'],
    ['a sign that turns writing around', 'a\u202eb'],
    ['a lone high surrogate', 'a\ud83db'],
    ['a lone low surrogate', 'a\ude00b'],
    ['a no-break space', 'a\u00a0b'],
  ])('makes %s a space', (_, text) => {
    expect(fold(text)).toBe('a b')
  })

  it('keeps an emoji', () => {
    expect(fold('😀')).toBe('😀')
  })

  it('is idempotent on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => fold(fold(text)) === fold(text)))
  })

  it('is idempotent on broken text', () => {
    fc.assert(fc.property(anyUnits, text => fold(fold(text)) === fold(text)))
  })

  it('leaves no lone surrogate', () => {
    fc.assert(fc.property(anyUnits, text => fold(text).isWellFormed()))
  })

  it('does not see case in Polish text', () => {
    fc.assert(fc.property(polishLetters, text => fold(text.toUpperCase()) === fold(text)))
  })

  it('leaves plain letters of Polish text only', () => {
    fc.assert(fc.property(polishLetters, text => /^[a-z ]*$/.test(fold(text))))
  })
})
