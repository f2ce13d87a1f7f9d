import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findPersonalData } from '../../../dialogs/personal-data/find.ts'
import { createCorpus } from '../../fixtures/personal-data/corpus.ts'
import { anyUnits, messyText } from './arbitraries.ts'

/** What is found in a text, as `kind: what was written`. */
function found(text: string, allowed: readonly string[] = []): readonly string[] {
  return findPersonalData(text, allowed).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
}

describe('personal data', () => {
  it.each([
    ['44051401359', 'pesel: 44051401359'],
    ['Mój numer to 02070803628.', 'pesel: 02070803628'],
    ['440514-01359', 'pesel: 440514-01359'],
    ['44 05 14 01359', 'pesel: 44 05 14 01359'],
    ['440514 – 01359', 'pesel: 440514 – 01359'],
    ['440514\n01359', 'pesel: 440514\n01359'],
    ['４４０５１４０１３５９', 'pesel: ４４０５１４０１３５９'],
    ['4405\u200b1401359', 'pesel: 4405\u200b1401359'],
    ['pesel44051401359', 'pesel: 44051401359'],
    ['856-734-62-15', 'nip: 856-734-62-15'],
    ['856-73-46-215', 'nip: 856-73-46-215'],
    ['PL 1234563218', 'nip: PL 1234563218'],
    ['12345678512347', 'regon-14: 12345678512347'],
    ['PL61 1090 1014 0000 0712 1981 2874', 'iban: PL61 1090 1014 0000 0712 1981 2874'],
    ['61 1090 1014 0000 0712 1981 2874', 'iban: 61 1090 1014 0000 0712 1981 2874'],
    ['61109010140000071219812874', 'iban: 61109010140000071219812874'],
    ['konto DE89 3704 0044 0532 0130 00 jest moje', 'iban: DE89 3704 0044 0532 0130 00'],
    ['AT61 1904 3002 3457 3201 jest moje', 'iban: AT61 1904 3002 3457 3201'],
    ['BR1500000000000010932840814P2', 'iban: BR1500000000000010932840814P2'],
    ['4111111111111111', 'card: 4111111111111111'],
    ['4111 1111 1111 1111', 'card: 4111 1111 1111 1111'],
    ['3782 822463 10005', 'card: 3782 822463 10005'],
    ['1M8GDM9AXKP042788', 'vin: 1M8GDM9AXKP042788'],
    ['wvwzzz1jzxw000001', 'vin: wvwzzz1jzxw000001'],
    ['VIN: WVW ZZZ 1JZ XW 000001', 'vin: WVW ZZZ 1JZ XW 000001'],
    ['VIN WVWZZZIJZXWOOOOO1', 'vin: WVWZZZIJZXWOOOOO1'],
    ['WA4M/00123456/4', 'land-register: WA4M/00123456/4'],
    ['lu1b / 00012345 / 6', 'land-register: lu1b / 00012345 / 6'],
    ['KA1S/12345/6', 'land-register: KA1S/12345/6'],
    ['WA4M001234564', 'land-register: WA4M001234564'],
    ['ABA300000', 'id-card: ABA300000'],
    ['aba300000', 'id-card: aba300000'],
    ['ABA 300 000', 'id-card: ABA 300 000'],
    ['+48 600 100 200', 'phone: +48 600 100 200'],
    ['0048600100200', 'phone: 0048600100200'],
    ['(+48) 68 475 53 02', 'phone: (+48) 68 475 53 02'],
    ['600100200', 'phone: 600100200'],
    ['600-100-200', 'phone: 600-100-200'],
    ['602 10 20 30', 'phone: 602 10 20 30'],
    ['22 510 99 99', 'phone: 22 510 99 99'],
    ['22/510 99 99', 'phone: 22/510 99 99'],
    ['(68) 475-53-02', 'phone: (68) 475-53-02'],
    ['+380 67 123 4567', 'phone: +380 67 123 4567'],
    ['jan.kowalski@example.pl', 'email: jan.kowalski@example.pl'],
    ['mail:jan@poczta.example.com.', 'email: jan@poczta.example.com'],
    ['jan @ example.pl', 'email: jan @ example.pl'],
    ['jan＠example．pl', 'email: jan＠example．pl'],
    ['......jan@example.pl', 'email: jan@example.pl'],
  ])('shows by itself in „%s”', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  it.each([
    ['mój PESEL to 44051401358', 'pesel: 44051401358'],
    ['44051401358 to mój pesel', 'pesel: 44051401358'],
    ['bez peselu 00000000000', 'pesel: 00000000000'],
    ['PESEL 4405140135', 'pesel: 4405140135'],
    ['PESEL 440514013599', 'pesel: 440514013599'],
    ['dwa PESEL-e, nr 2 44051401358', 'pesel: 44051401358'],
    ['NIP 1234563219', 'nip: 1234563219'],
    ['NIP: 0000000000', 'nip: 0000000000'],
    ['REGON 123456785', 'regon-9: 123456785'],
    ['regon firmy to 123456786', 'regon-9: 123456786'],
    ['REGON 12345678512348', 'regon-14: 12345678512348'],
    ['nr konta PL61 1090 1014 0000 0712 1981 2875', 'iban: PL61 1090 1014 0000 0712 1981 2875'],
    ['na rachunek 61 1090 1014 0000 0712 1981 287', 'iban: 61 1090 1014 0000 0712 1981 287'],
    ['karta 4111 1111 1111 1112', 'card: 4111 1111 1111 1112'],
    ['dowód osobisty ABA400000', 'id-card: ABA400000'],
    ['dowodem aba 400000', 'id-card: aba 400000'],
    ['paszport ZS0000177', 'passport: ZS0000177'],
    ['w paszporcie jest ZS 0000178', 'passport: ZS 0000178'],
    ['tel. 684755302', 'phone: 684755302'],
    ['tel 68 47 55 302', 'phone: 68 47 55 302'],
    ['proszę oddzwonić, 684755302', 'phone: 684755302'],
    ['nr rej WX 12345', 'plate: WX 12345'],
    ['rejestracja sbi1a23', 'plate: sbi1a23'],
    ['tablice XD 00000', 'plate: XD 00000'],
    ['numer rejestracyjny W0 KOT', 'plate: W0 KOT'],
    ['auto PO 12345', 'plate: PO 12345'],
    ['czy FSW 7K412 jest wyrejestrowany', 'plate: FSW 7K412'],
  ])('shows by the word beside it in „%s”', (text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  it.each([
    '44051401358',
    '00000000000',
    '1234563218',
    '123456785',
    '684755302',
    'PL61 1090 1014 0000 0712 1981 2875',
    '4111111111111112',
    'ABA400000',
    'ZS0000177',
    'WX 12345',
    'W0 KOT',
    'a44051401359',
    '44051401359b',
    '1440514013590',
    'PESEL mogę podać później, a sprawa ma numer 44051401358',
  ])('is not seen in „%s” without a check digit or a word', text => {
    expect(found(text)).toEqual([])
  })

  it.each([
    'opłata 1 234 567 890 zł i 500 600 700,50 zł',
    'ile to 600 100 200 PLN',
    'od 12.05.2026 100 osób, do 31 12 2026, 2026-11-22, 12.05.26 10-12',
    'art. 155 § 1 pkt 12, ustawa z 2004 r. Dz.U. 2007 nr 249 poz. 1866',
    'Dz.U.2024.106.0000572',
    'sprawa AB.6740.118.2026, OS.6164.3.2026, KM 5410/2233, GN.6620.77.2026',
    'norma ISO 27001, PN-EN 12345 i ART 12345, rejestracja ISO 27001',
    '66-200 Świebodzin, ul. Kolejowa 2',
    'dzwoń pod 112, 116 123, 116111, 19115, 800 70 2222, 800 120 002, tel. 801 440 220, +48 800 120 002',
    'tel. czynny 07.30-15.30 w latach 2025-2026',
    'działka 214/3 i 1234/56, telefon w sprawie 5410/2233',
    'kategoria B+E, C1, silnik 1.9 TDI 105 KM, auto BMW 2015, samochód BMW 320 D',
    'rejestracja auta za 10000 zł, nie 12345',
    'KRS 0000123456 i NIP',
    'dowód rejestracyjny, tel 19115',
    'https://example.pl/rejestracja/blw18sj-6979345583066080a-44051401359',
    'PESEL, NIP, REGON, nr konta, dowód osobisty, paszport, telefon, nr rej',
    'napisz na @starostwo albo www.example.pl',
    '[PESEL] 44051401358, [NR KONTA] 1234, [TELEFON] 684755302, [NR REJESTRACYJNY] WX 12345',
  ])('is not seen in „%s”', text => {
    expect(found(text)).toEqual([])
  })

  it('is told apart by the nearest word', () => {
    expect(found('REGON 123456785, tel. 600100200, PESEL 44051401358, NIP 1234563219')).toEqual([
      'regon-9: 123456785',
      'phone: 600100200',
      'pesel: 44051401358',
      'nip: 1234563219',
    ])
  })

  it('is found in the order it is written, several in a row too', () => {
    expect(found('jan@example.pl 02070803628 44051401359 61109010140000071219812874')).toEqual([
      'email: jan@example.pl',
      'pesel: 02070803628',
      'pesel: 44051401359',
      'iban: 61109010140000071219812874',
    ])
  })

  it('is the whole account, not the card that a part of it looks like', () => {
    expect(found('nr konta 61 4111 1111 1111 1111 1981 2875')).toEqual(['iban: 61 4111 1111 1111 1111 1981 2875'])
  })
})

describe('what belongs to the office', () => {
  const allowed = ['68 475 53 02', 'Sekretariat@Powiat.Example.pl', 'PL61 1090 1014 0000 0712 1981 2874', '600 100 200']

  it.each([
    'tel. +48 68 475-53-02',
    'telefon 684755302',
    'sekretariat@powiat.example.pl',
    'konto 61109010140000071219812874',
    '0048 600100200',
    'numer ６００ １００ ２００',
  ])('is not found in „%s”', text => {
    expect(found(text, allowed)).toEqual([])
  })

  it('leaves the rest to be found', () => {
    expect(found('tel. 68 475 53 02 i 68 475 53 03', allowed)).toEqual(['phone: 68 475 53 03'])
  })
})

describe('findings', () => {
  it('are in order, apart and within the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyUnits, messyText), text => {
        const findings = findPersonalData(text, [])

        const offsets = findings.flatMap(({ start, end }) => [start, end])
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
        expect(findings.every(({ start, end }) => 0 <= start && start < end && end <= text.length)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('stand where the number is, whatever stands around it', () => {
    const items = createCorpus().filter(({ kind, messages }) => /pesel|iban/.test(kind) && messages.length === 1)
    const around = fc.array(
      fc.constantFrom('👍', '\ud800', '\u0000', 'ż', 'e\u0301', '\u200b', '…', '\t', 'ﬁ', '½', 'ß'),
    )
    fc.assert(
      fc.property(
        around,
        fc.constantFrom(...items),
        around,
        (before, { kind, messages: [text], secrets: [secret] }, after) => {
          const whole = `${before.join('')} ${text} ${after.join('')}`

          expect(found(whole)).toEqual([`${kind}: ${secret}`])
        },
      ),
    )
  })
})

describe('the work', () => {
  const LONGEST = 2000
  const UNITS = [
    ...['1', 'a', 'A', ' ', '@', '.', '-', '+', '[', '\ud800', '\u0000', '\ufdfa', '٠', '½'],
    ...['1 ', '1.', '1-', '1/', 'A1', 'a@', 'a.', '@a.', 'a@a.', '-@-', '(22)', '+1', '12 34 56 ', '123 '],
    ...[
      'PESEL ',
      'pesel 1 ',
      'tel 1 ',
      'nip 1234567890 ',
      'PL61 ',
      'DE89 A1 ',
      'rej WX 1A23 ',
      'WA4M/',
      '44051401359 ',
    ],
    ...[
      'pesel 44051401358 aaaaaaaaaaaa ',
      'https://',
      '2026-',
      '12.05.',
      '48 ',
      'pesel nip regon tel konto 1234567890 ',
    ],
  ]

  it.each(UNITS)('is little for 2,000 signs of %j', unit => {
    const text = unit.repeat(LONGEST).slice(0, LONGEST)

    const milliseconds = Math.min(...[1, 2, 3].map(() => processorTime(() => findPersonalData(text, []))))

    // Some 5 ms on an idle machine, 50 on a crowded one; a pattern that backtracks takes seconds.
    expect(milliseconds).toBeLessThan(500)
  })
})

/** Of this process alone, so that a busy machine changes little. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1000
}
