import { describe, expect, it } from '@jest/globals'
import { inWords } from '../../../dialogs/personal-data/in-words.ts'

describe('kinds of personal data in words', () => {
  it('are one, two or several', () => {
    expect(inWords(['pesel'])).toBe('numer PESEL')
    expect(inWords(['pesel', 'email'])).toBe('numer PESEL i adres e-mail')
    expect(inWords(['pesel', 'iban', 'email'])).toBe('numer PESEL, numer konta i adres e-mail')
  })

  it('are named once each, also where two kinds have one name', () => {
    expect(inWords(['phone', 'regon-9', 'phone', 'regon-14'])).toBe('numer telefonu i numer REGON')
  })
})
