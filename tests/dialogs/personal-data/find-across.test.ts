import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findPersonalData } from '../../../dialogs/personal-data/find.ts'
import { findAcross } from '../../../dialogs/personal-data/find-across.ts'
import { maskFindings } from '../../../dialogs/personal-data/masks.ts'
import { messyText } from './arbitraries.ts'

function maskedAnew(earlier: string, later: string, allowed: readonly string[] = []): readonly [string, string] {
  const found = findAcross(earlier, later, allowed)
  return [maskFindings(earlier, found.earlier), maskFindings(later, found.later)]
}

describe('two messages', () => {
  it.each([
    ['mój pesel 440514', '01359', 'mój pesel [PESEL]', '[PESEL]'],
    ['440514-', '01359, dziękuję', '[PESEL]', '[PESEL], dziękuję'],
    ['4405140135', '9', '[PESEL]', '[PESEL]'],
    ['PL61 1090', '1014 0000 0712 1981 2874', '[NR KONTA]', '[NR KONTA]'],
    ['to jan.kowalski', '@example.pl', 'to [E-MAIL]', '[E-MAIL]'],
    ['jan.kowalski@exam', 'ple.pl', '[E-MAIL]', '[E-MAIL]'],
    ['VIN WVWZZZ1J', 'ZXW000001', 'VIN [VIN]', '[VIN]'],
    ['WA4M/0012', '3456/4', '[NR KSIĘGI WIECZYSTEJ]', '[NR KSIĘGI WIECZYSTEJ]'],
    ['nr rej. WX', '12345', 'nr rej. [NR REJESTRACYJNY]', '[NR REJESTRACYJNY]'],
  ])('show a number that is cut: „%s” „%s”', (earlier, later, ...masked) => {
    expect(maskedAnew(earlier, later)).toEqual(masked)
  })

  it.each([
    ['podaję PESEL', '44051401358', 'podaję PESEL', '[PESEL]'],
    ['44051401358', 'to mój pesel', '[PESEL]', 'to mój pesel'],
    ['mój numer telefonu:', '684755302 od rana', 'mój numer telefonu:', '[TELEFON] od rana'],
    ['nr rejestracyjny', 'WX 12345', 'nr rejestracyjny', '[NR REJESTRACYJNY]'],
  ])('show a number by the word in the other: „%s” „%s”', (earlier, later, ...masked) => {
    expect(maskedAnew(earlier, later)).toEqual(masked)
  })

  it('then give what each shows by itself too', () => {
    expect(maskedAnew('tel. 600100200, pesel 440514', '01359, jan@example.pl')).toEqual([
      'tel. [TELEFON], pesel [PESEL]',
      '[PESEL], [E-MAIL]',
    ])
  })

  it.each([
    ['mój pesel 44051401359', 'dziękuję'],
    ['tel. 600100200', '5 dni czekam'],
    ['tel. 600100200', '600100201'],
    ['dzień dobry', 'jan@example.pl'],
    ['wniosek z 2026', '1'],
    ['mój pesel [PESEL]', 'kiedy będzie gotowe?'],
    ['', ''],
  ])('give nothing where each shows all by itself: „%s” „%s”', (earlier, later) => {
    expect(findAcross(earlier, later, [])).toEqual({ earlier: [], later: [] })
  })

  it('leave what belongs to the office', () => {
    expect(findAcross('telefon 68 475', '53 02', ['68 475 53 02'])).toEqual({ earlier: [], later: [] })
  })

  it('are masked as far as each by itself at least, at places within them', () => {
    fc.assert(
      fc.property(messyText, messyText, (earlier, later) => {
        const found = findAcross(earlier, later, [])

        for (const [text, findings] of [
          [earlier, found.earlier],
          [later, found.later],
        ] as const) {
          const offsets = findings.flatMap(({ start, end }) => [start, end])
          expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
          expect(findings.every(({ start, end }) => 0 <= start && start < end && end <= text.length)).toBe(true)
          const isNew = found.earlier.length + found.later.length > 0
          const alone = findPersonalData(text, [])
          expect(
            !isNew || alone.every(one => findings.some(each => each.start < one.end && one.start < each.end)),
          ).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
