import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { entrySchema, notAnsweredSchema, officeSchema } from '../../knowledge/entry.ts'
import { LEARNT_REASONS } from '../../knowledge/topic.ts'

const ANY_ENTRY = {
  id: 'office-hours',
  title: 'Godziny',
  label: 'Godziny',
  department: 'general',
  checked: '2026-11-20',
  review: '2027-05-31',
  questions: { general: ['kiedy otwarte'] },
}
const OFFICE_ENTRY = { ...ANY_ENTRY, kind: 'office', answer: [] }

function procedureFor(amount: unknown) {
  const items = [{ what: 'karta', amount, from: ['act'] }]
  return {
    ...ANY_ENTRY,
    kind: 'procedure',
    summary: [{ text: 'Karta.', from: ['act'] }],
    fees: { cases: [{ case: 'karta', items }] },
  }
}

function withSource(source: object) {
  return { ...OFFICE_ENTRY, sources: { act: { title: 'Ustawa', checked: '2026-11-20', ...source } } }
}

function messages(entry: unknown): readonly string[] {
  return entrySchema.safeParse(entry).error?.issues.map(issue => issue.message) ?? []
}

function isAccepted(entry: unknown): boolean {
  return entrySchema.safeParse(entry).success
}

describe('a date', () => {
  it.each(['2026-11-24', '2028-02-29', '2026-12-31'])('may be %s', checked => {
    expect(isAccepted({ ...OFFICE_ENTRY, checked })).toBe(true)
  })

  it.each(['24.11.2026', '2026-1-1', '2026/11/24', '26-11-24', ' 2026-11-24', '2026-11-24T10:00:00Z', ''])(
    'is not written as "%s"',
    checked => {
      expect(messages({ ...OFFICE_ENTRY, checked })).toContain('zapisz datę tak: 2026-11-24')
    },
  )

  it.each(['2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-11-00'])(
    'of %s is not in the calendar',
    checked => {
      expect(messages({ ...OFFICE_ENTRY, checked })).toEqual(['takiego dnia nie ma w kalendarzu'])
    },
  )
})

describe('a link', () => {
  it('begins with https://', () => {
    expect(isAccepted(withSource({ url: 'https://www.gov.pl/karta' }))).toBe(true)
  })

  it.each(['http://www.gov.pl', 'ftp://gov.pl', 'javascript:alert(1)', 'mailto:a@gov.pl'])('is not %s', url => {
    expect(messages(withSource({ url }))).toContain('adres musi zaczynać się od https://')
  })

  it.each(['www.gov.pl', 'gov', ''])('is not "%s"', url => {
    expect(messages(withSource({ url }))).toContain('to nie jest adres strony')
  })
})

describe('the date of a page', () => {
  it.each(['2025', '2025-07', '2025-07-01'])('may be %s', published => {
    expect(isAccepted(withSource({ published }))).toBe(true)
  })

  it.each(['25', '07.2025', 'lipiec 2025'])('is not %s', published => {
    expect(messages(withSource({ published }))).toEqual([
      'zapisz rok, miesiąc albo dzień, na przykład 2025, 2025-07 albo 2025-07-01',
    ])
  })
})

describe('an amount', () => {
  it.each([0, 21, 66.5, 0.01, 160.5, 12345.67])('may be %d zł', amount => {
    expect(isAccepted(procedureFor(amount))).toBe(true)
  })

  it('may be any whole number of grosze', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), grosze => isAccepted(procedureFor(grosze / 100))))
  })

  it('is not negative', () => {
    expect(messages(procedureFor(-1))).toEqual(['kwota nie może być mniejsza od zera'])
  })

  it.each([0.001, 66.505, 21.999])('of %d zł has fractions of a grosz', amount => {
    expect(messages(procedureFor(amount))).toEqual(['podaj kwotę z dokładnością do grosza'])
  })

  it.each(['21', '21 zł', Number.NaN, Number.POSITIVE_INFINITY, null])('is not %j', amount => {
    expect(isAccepted(procedureFor(amount))).toBe(false)
  })
})

describe('a label', () => {
  it.each(['Karta', 'Karta parkingowa osoby niepełnosprawnej', '  Karta   parkingowa  '])('may be "%s"', label => {
    expect(isAccepted({ ...OFFICE_ENTRY, label })).toBe(true)
  })

  it('has at most 4 words', () => {
    expect(messages({ ...OFFICE_ENTRY, label: 'Karta parkingowa dla osoby niepełnosprawnej' })).toEqual([
      'użyj najwyżej 4 słów',
    ])
  })
})

describe('an id', () => {
  it.each(['parking-card', 'standard-3-1-non-discrimination', 'redirect-800-plus'])('may be %s', id => {
    expect(isAccepted({ ...OFFICE_ENTRY, id })).toBe(true)
  })

  it.each(['Parking-card', 'parking_card', 'parking card', '-card', 'card-', 'a--b', 'łódź', ''])('is not "%s"', id => {
    expect(messages({ ...OFFICE_ENTRY, id })).toEqual([
      'użyj małych liter bez polskich znaków i łączników, na przykład „parking-card”',
    ])
  })
})

describe('questions', () => {
  it.each([
    ['no aspect', {}],
    ['an aspect without questions', { general: [] }],
    ['only such aspects', { general: [], fee: [] }],
  ])('are missing with %s', (_, questions) => {
    expect(messages({ ...OFFICE_ENTRY, questions })).toEqual([
      'nie ma pytań. Dopisz pod „questions:” co najmniej jedno, tak jak pytają mieszkańcy',
    ])
  })

  it('may leave an aspect empty when another has some', () => {
    expect(isAccepted({ ...OFFICE_ENTRY, questions: { general: ['kiedy otwarte'], fee: [] } })).toBe(true)
  })

  it('are not blank', () => {
    expect(messages({ ...OFFICE_ENTRY, questions: { general: ['  '] } })).toEqual(['nie może być puste'])
  })

  it('stand under known aspects only', () => {
    expect(isAccepted({ ...OFFICE_ENTRY, questions: { general: ['kiedy otwarte'], price: ['za ile'] } })).toBe(false)
  })
})

describe('an entry', () => {
  it('trims its texts', () => {
    expect(entrySchema.parse({ ...OFFICE_ENTRY, title: '  Godziny ' }).title).toBe('Godziny')
  })

  it('is of a known kind', () => {
    expect(isAccepted({ ...OFFICE_ENTRY, kind: 'rumour' })).toBe(false)
  })

  it('belongs to a known department', () => {
    expect(isAccepted({ ...OFFICE_ENTRY, department: 'finance' })).toBe(false)
  })

  it('has no field of another kind', () => {
    expect(isAccepted({ ...OFFICE_ENTRY, where: [] })).toBe(false)
  })

  it('has a source for each fact', () => {
    const answer = [{ text: 'Pracownik pomaga.', from: [] }]

    expect(messages({ ...OFFICE_ENTRY, kind: 'standard', answer })).toEqual(['podaj co najmniej jedno źródło'])
  })

  it('of the office may say without a source that something was not supplied', () => {
    expect(isAccepted({ ...OFFICE_ENTRY, answer: [{ text: 'Godzin urząd jeszcze nie podał.' }] })).toBe(true)
  })

  it.each(['5', '14', '3.4'])('of the standards may be point %s', point => {
    const answer = [{ text: 'Pracownik pomaga.', from: ['document'] }]

    expect(isAccepted({ ...OFFICE_ENTRY, kind: 'standard', answer, point })).toBe(true)
  })

  it.each(['3.14', '3.', 'III', '141'])('of the standards is not point %s', point => {
    const answer = [{ text: 'Pracownik pomaga.', from: ['document'] }]

    expect(messages({ ...OFFICE_ENTRY, kind: 'standard', answer, point })).toEqual([
      'zapisz punkt, na przykład „5” albo „3.4”',
    ])
  })
})

describe('what must not be answered', () => {
  const reasons = Object.fromEntries(LEARNT_REASONS.map(reason => [reason, ['przykład']]))

  it.each([
    [1, false],
    [2, true],
    [4, true],
    [5, false],
  ])('may have %d topics for a word that fits several: %s', (count, accepted) => {
    const topics = Array.from({ length: count }, (_, index) => `topic-${index}`)

    const result = notAnsweredSchema.safeParse({ reasons, clarify: [{ text: 'karta', topics }] })

    expect(result.success).toBe(accepted)
  })

  it.each(LEARNT_REASONS)('needs samples for %s', reason => {
    const { [reason]: _, ...rest } = reasons

    expect(notAnsweredSchema.safeParse({ reasons: rest, clarify: [] }).success).toBe(false)
  })

  it('knows no other reasons', () => {
    const result = notAnsweredSchema.safeParse({ reasons: { ...reasons, boring: ['nuda'] }, clarify: [] })

    expect(result.success).toBe(false)
  })
})

describe('the office', () => {
  const OFFICE = {
    name: 'Starostwo',
    nameAfterIn: 'Starostwie',
    address: 'ulica Kolejowa 2',
    towns: ['Świebodzin'],
    website: 'https://powiat.example.pl',
    standards: { title: 'Standardy', version: '2.0', published: '2022-09-14' },
  }

  it('may be without phone and e-mail', () => {
    expect(officeSchema.safeParse(OFFICE).success).toBe(true)
  })

  it('has an e-mail address that is one', () => {
    expect(officeSchema.safeParse({ ...OFFICE, email: 'sekretariat' }).error?.issues[0]?.message).toBe(
      'to nie jest adres e-mail',
    )
  })
})
