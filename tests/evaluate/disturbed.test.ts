import { describe, expect, it } from '@jest/globals'
import { withoutDiacritics, withTypo } from './disturbed.ts'

describe('a message written worse', () => {
  it('loses its diacritics and nothing else', () => {
    expect(withoutDiacritics('Zażółć gęślą jaźń, ŁÓDŹ!')).toBe('Zazolc gesla jazn, LODZ!')
  })

  it('gets the same slip each time, in one long word', () => {
    const written = 'ile to kosztuje'

    expect(withTypo(written)).toBe(withTypo(written))
    expect(withTypo(written)).not.toBe(written)
    expect(withTypo(written)).toMatch(/^ile to \p{L}{7,9}$/u)
  })

  it('stays as it is without a long word', () => {
    expect(withTypo('gdzie to')).not.toBe('gdzie to')
    expect(withTypo('jak to się ma')).toBe('jak to się ma')
  })

  it('differs by one letter, a neighbour or a swap', () => {
    const slips = Array.from({ length: 200 }, (_, index) => withTypo(`pozwolenie ${index}`).split(' ')[0] ?? '')

    expect(new Set(slips.map(slip => slip.length))).toEqual(new Set([9, 10, 11]))
    expect(slips.filter(slip => slip === 'pozwolenie').length).toBe(0)
  })
})
