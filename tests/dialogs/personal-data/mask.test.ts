import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findPersonalData } from '../../../dialogs/personal-data/find.ts'
import { maskPersonalData } from '../../../dialogs/personal-data/mask.ts'
import { MASKS } from '../../../dialogs/personal-data/masks.ts'
import { anyUnits, messyText } from './arbitraries.ts'

describe('a masked text', () => {
  it.each([
    ['PESEL 44051401359', 'PESEL [PESEL]'],
    ['konto 61 1090 1014 0000 0712 1981 2874', 'konto [NR KONTA]'],
    ['karta 4111111111111111', 'karta [NR KARTY]'],
    ['WVWZZZ1JZXW000001', '[VIN]'],
    ['WA4M/00123456/4', '[NR KSIĘGI WIECZYSTEJ]'],
    ['REGON 12345678512347', 'REGON [REGON]'],
    ['REGON 123456785', 'REGON [REGON]'],
    ['NIP 1234563218', 'NIP [NIP]'],
    ['dowód ABA300000', 'dowód [NR DOWODU]'],
    ['paszport ZS0000177', 'paszport [NR PASZPORTU]'],
    ['tel. 600 100 200!', 'tel. [TELEFON]!'],
    ['tablice WX 12345', 'tablice [NR REJESTRACYJNY]'],
    ['pisz: jan@example.pl.', 'pisz: [E-MAIL].'],
    ['Ile kosztuje rejestracja?', 'Ile kosztuje rejestracja?'],
  ])('stands for „%s”', (text, masked) => {
    expect(maskPersonalData(text, [])).toBe(masked)
  })

  it('masks what comes near a word once the numbers between are masked', () => {
    const text = 'PESEL 44051401359, 02070803628 i 44051401358'

    expect(maskPersonalData(text, [])).toBe('PESEL [PESEL], [PESEL] i [PESEL]')
  })

  it('is masked already', () => {
    fc.assert(
      fc.property(fc.oneof(messyText, anyUnits), text => {
        const masked = maskPersonalData(text, [])

        expect(maskPersonalData(masked, [])).toBe(masked)
      }),
      { numRuns: 1000 },
    )
  })

  it('holds nothing that was found, and all the rest', () => {
    fc.assert(
      fc.property(messyText, text => {
        const findings = findPersonalData(text, [])

        const masked = maskPersonalData(text, [])

        const kept = [0, ...findings.map(({ end }) => end)].map((from, index) =>
          text.slice(from, findings[index]?.start),
        )
        expect(masked).toBe(kept.map((part, index) => part + maskOf(index)).join(''))

        function maskOf(index: number): string {
          const finding = findings[index]
          return finding ? MASKS[finding.kind] : ''
        }
      }),
    )
  })
})
