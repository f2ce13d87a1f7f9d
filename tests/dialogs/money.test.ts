import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { feeRange, sumOf, zloty } from '../../dialogs/money.ts'

const feeCase = (...amounts: readonly number[]) => ({
  case: 'sprawa',
  items: amounts.map(amount => ({ what: 'opłata', amount, from: ['source'] })),
})
const fees = (...cases: readonly ReturnType<typeof feeCase>[]) => ({ cases: [...cases], extra: [], notes: [] })

describe('an amount', () => {
  it.each([
    [0, '0 zł'],
    [17, '17 zł'],
    [66.5, '66,50 zł'],
    [0.5, '0,50 zł'],
    [0.05, '0,05 zł'],
    [1234, '1234 zł'],
    [9999.99, '9999,99 zł'],
    [12000, '12 000 zł'],
    [12345.6, '12 345,60 zł'],
    [100000, '100 000 zł'],
    [1234567.89, '1 234 567,89 zł'],
  ])('%d is written %s', (amount, written) => {
    expect(zloty(amount)).toBe(written)
  })
})

describe('what a situation costs', () => {
  it.each([
    [[0.1, 0.2], 0.3],
    [[21, 45.5], 66.5],
    [[1.1, 2.2, 3.3], 6.6],
    [[160, 0.5], 160.5],
    [[19.99, 0.01], 20],
  ])('%j adds up to %d', (amounts, sum) => {
    expect(sumOf(feeCase(...amounts))).toBe(sum)
  })

  it('is exact to the grosz', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 10 }), grosze => {
        const sum = sumOf(feeCase(...grosze.map(each => each / 100)))

        expect(sum).toBe(grosze.reduce((a, b) => a + b, 0) / 100)
      }),
    )
  })
})

describe('the range of fees', () => {
  it('goes from the cheapest situation to the dearest', () => {
    expect(feeRange(fees(feeCase(30), feeCase(10, 5.5), feeCase(20)))).toEqual({ lowest: 15.5, highest: 30 })
  })

  it('is one sum where there is one situation', () => {
    expect(feeRange(fees(feeCase(30)))).toEqual({ lowest: 30, highest: 30 })
  })

  it('is nothing where there is no situation', () => {
    expect(feeRange(fees())).toBeUndefined()
  })
})
