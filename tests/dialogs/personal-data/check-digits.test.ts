import { describe, expect, it } from '@jest/globals'
import {
  isCard,
  isIban,
  isIdCard,
  isLandRegister,
  isNip,
  isPesel,
  isRegon9,
  isRegon14,
} from '../../../dialogs/personal-data/check-digits.ts'
import { MAKE, mistyped } from '../../fixtures/personal-data/numbers.ts'
import { createRandom } from '../../fixtures/personal-data/random.ts'

const CHECKS = [
  { kind: 'pesel', check: isPesel, right: ['44051401359', '02070803628'], wrong: ['44051401358', '00000000000'] },
  {
    kind: 'nip',
    check: isNip,
    right: ['1234563218', '8567346215', 'PL1234563218'],
    wrong: ['0000000000', '1234563219'],
  },
  { kind: 'regon-9', check: isRegon9, right: ['123456785'], wrong: ['123456786'] },
  { kind: 'regon-14', check: isRegon14, right: ['12345678512347'], wrong: ['12345678512348', '12345678612347'] },
  {
    kind: 'iban',
    check: isIban,
    right: ['PL61109010140000071219812874', '61109010140000071219812874', 'DE89370400440532013000', 'NO9386011117947'],
    wrong: ['PL61109010140000071219812875', '61109010140000071219812875'],
  },
  { kind: 'card', check: isCard, right: ['4111111111111111'], wrong: ['4111111111111112', '0000000000000000'] },
  {
    kind: 'land-register',
    check: isLandRegister,
    right: ['WA4M001234564', 'LU1B000123458', 'KA1S000123456'],
    wrong: ['LU1B000123456'],
  },
  { kind: 'id-card', check: isIdCard, right: ['ABA300000'], wrong: ['ABA400000'] },
] as const

describe.each(CHECKS)('the check digit of $kind', ({ kind, check, right, wrong }) => {
  it.each(right)('accepts %s', number => {
    expect(check(number)).toBe(true)
  })

  it.each(wrong)('refuses %s', number => {
    expect(check(number)).toBe(false)
  })

  it('accepts what was made by the rule, and refuses it with another last digit', () => {
    const random = createRandom(1)
    const numbers = Array.from({ length: 200 }, () => MAKE[kind](random))

    expect(numbers.filter(number => !check(number))).toEqual([])
    expect(numbers.filter(number => check(mistyped(number)))).toEqual([])
  })
})

describe('the birthday in a PESEL', () => {
  it.each([
    ['of the 1800s', '99923112345'],
    ['of the 1900s', '00022812345'],
    ['on a leap day', '00222912345'],
    ['of the 2200s', '00610112345'],
  ])('may be one %s', (_, signs) => {
    expect(isPesel(withCheckDigit(signs))).toBe(true)
  })

  it.each([
    ['in month 13', '44131412345'],
    ['in month 0', '44001412345'],
    ['on day 0', '44050012345'],
    ['on 31 April', '44043112345'],
    ['on 29 February 1900', '00022912345'],
  ])('may not be one %s', (_, signs) => {
    expect(isPesel(withCheckDigit(signs))).toBe(false)
  })
})

function withCheckDigit(signs: string): string {
  const sum = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3].reduce((total, weight, at) => total + weight * Number(signs[at]), 0)
  return signs.slice(0, 10) + ((10 - (sum % 10)) % 10)
}
