import { describe, expect, it } from '@jest/globals'
import { composeProcedure, hasAspect } from '../../dialogs/compose-procedure.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import type { ProcedureEntry } from '../../knowledge/entry.ts'
import { ASPECTS, type Aspect } from '../../knowledge/topic.ts'
import { createKnowledge, entryOf } from '../fixtures/knowledge.ts'

const knowledge = createKnowledge()
const phrases = PHRASES.pl
const card = entryOf(knowledge, 'procedure', 'parking-card')
const bare = entryOf(knowledge, 'procedure', 'vehicle-registration-new')

const composed = (aspect: Aspect, entry = card, whole = false) => composeProcedure(entry, aspect, whole, phrases)

const withFees = (...amounts: readonly number[]): ProcedureEntry => {
  const cases = amounts.map(amount => ({
    case: 'Karta',
    items: [{ what: 'karta', amount, from: ['fees'] }],
  }))
  return { ...card, fees: { cases, extra: [], notes: [] } }
}

describe('the overview of a procedure', () => {
  it('goes: what, who, where, how much, how long, what to bring, deadline, consequences', () => {
    const entry = { ...card, place: [{ text: 'urząd w Świebodzinie', from: ['gov-pl'] }] }

    expect(composed('general', entry).blocks.slice(0, 3)).toEqual([
      { kind: 'heading', text: 'Karta parkingowa' },
      {
        kind: 'paragraph',
        text: 'Karta pozwala parkować na niebieskich miejscach. Działa w całej Unii Europejskiej.',
      },
      {
        kind: 'list',
        label: null,
        items: [
          'Kto: Kartę dostanie osoba z orzeczeniem.',
          'Gdzie: urząd w Świebodzinie',
          'Opłata: od 21 zł do 66,50 zł',
          'Czas: do 30 dni',
          'Dokumenty: 10 pozycji, wybierz „Dokumenty”',
          'Twój termin: przed końcem ważności starej karty',
          'Skutki: Bez karty grozi mandat.',
        ],
      },
    ])
  })

  it('leaves the result and what is worth knowing for the whole', () => {
    expect(composed('general').isCut).toBe(true)
    expect(composed('general').blocks.slice(3)).toEqual([])
    expect(composed('general', card, true).blocks.slice(3)).toEqual([
      { kind: 'list', label: 'Wynik', items: ['Dostaniesz kartę na czas orzeczenia.'] },
      { kind: 'list', label: 'Warto wiedzieć', items: ['Połóż kartę za przednią szybą.'] },
    ])
  })

  it('leaves out what is not known, but says so of consequences', () => {
    expect(composed('general', bare).blocks).toEqual([
      { kind: 'heading', text: 'Rejestracja nowego auta' },
      { kind: 'paragraph', text: 'Zarejestruj nowe auto z salonu.' },
      { kind: 'list', label: null, items: ['Skutki: nie ma ich w bazie'] },
    ])
  })

  it.each([
    ['bez opłat', withFees(0)],
    ['21 zł', withFees(21)],
    ['21 zł', withFees(21, 21)],
    ['od 0 zł do 21 zł', withFees(21, 0)],
  ])('tells the fee in short: %s', (fee, entry) => {
    expect(composed('general', entry).blocks).toContainEqual(
      expect.objectContaining({ items: expect.arrayContaining([`Opłata: ${fee}`]) }),
    )
  })
})

describe('the fee of a procedure', () => {
  it('has its range, each situation with its sum, what else is paid, and notes', () => {
    expect(composed('fee').blocks).toEqual([
      { kind: 'heading', text: 'Karta parkingowa: opłata' },
      { kind: 'paragraph', text: 'Zapłać od 21 zł do 66,50 zł, zależnie od sprawy.' },
      {
        kind: 'list',
        label: null,
        items: ['Karta dla osoby: 21 zł', 'Karta i wypis: 66,50 zł (karta 21 zł + wypis 45,50 zł)'],
      },
      { kind: 'list', label: 'Dodatkowo', items: ['Pełnomocnictwo: 17 zł, gdy działasz za kogoś'] },
      { kind: 'list', label: 'Warto wiedzieć', items: ['Opłaty nikt nie zwraca.'] },
    ])
  })

  it.each([
    ['Nie płacisz.', withFees(0)],
    ['Zapłać 66,50 zł.', withFees(66.5)],
    ['Zapłać 21 zł.', withFees(21, 21)],
    ['Zapłać od 0 zł do 21 zł, zależnie od sprawy.', withFees(0, 21)],
  ])('begins with the sum: %s', (sentence, entry) => {
    expect(composed('fee', entry).blocks[1]).toEqual({ kind: 'paragraph', text: sentence })
  })

  it('is the sum alone where there is one situation with one part', () => {
    expect(composed('fee', withFees(21)).blocks.slice(1)).toEqual([{ kind: 'paragraph', text: 'Zapłać 21 zł.' }])
  })

  it('has no range where other sums are paid, too', () => {
    const { fees } = withFees(21, 66.5)
    const open = { ...card, ...(fees && { fees: { ...fees, isOpen: true } }) }

    expect(composed('fee', open).blocks.slice(1)).toEqual([
      { kind: 'paragraph', text: 'Kwota zależy od sprawy.' },
      { kind: 'list', label: null, items: ['Karta: 21 zł', 'Karta: 66,50 zł'] },
    ])
    expect(JSON.stringify(composed('general', open).blocks)).toContain('Opłata: zależy od sprawy, wybierz „Opłata”')
  })

  it('shows notes alone where no amount is known', () => {
    const entry = { ...card, fees: { cases: [], extra: [], notes: [{ text: 'Zapytaj o ulgi.', from: ['fees'] }] } }

    expect(composed('fee', entry).blocks.slice(1)).toEqual([
      { kind: 'list', label: 'Warto wiedzieć', items: ['Zapytaj o ulgi.'] },
    ])
  })

  it('cites the sources of its amounts', () => {
    const keys = composed('fee').facts.flatMap(fact => fact.from)

    expect([...new Set(keys)]).toEqual(['fees', 'act', 'gov-pl'])
  })
})

describe('the other aspects of a procedure', () => {
  it('tell documents with the forms: name, how to fill in, where the data come from', () => {
    const [heading, documents, ...forms] = composed('documents', card, true).blocks

    expect(heading).toEqual({ kind: 'heading', text: 'Karta parkingowa: dokumenty' })
    expect(documents).toMatchObject({ kind: 'list', label: 'Dokumenty' })
    expect(forms).toEqual([
      { kind: 'list', label: 'Formularz', items: ['Wniosek o wydanie karty parkingowej'] },
      {
        kind: 'list',
        label: 'Jak wypełnić – Wniosek o wydanie karty parkingowej',
        items: ['Wpisz dane drukowanymi literami.'],
      },
      {
        kind: 'list',
        label: 'Skąd wziąć dane – Wniosek o wydanie karty parkingowej',
        items: ['Numer orzeczenia przepisz z orzeczenia.'],
      },
    ])
  })

  const TOLD: readonly (readonly [Aspect, readonly unknown[]])[] = [
    ['who', [{ kind: 'paragraph', text: 'Kartę dostanie osoba z orzeczeniem.' }]],
    [
      'deadline',
      [
        { kind: 'list', label: 'Twój termin', items: ['przed końcem ważności starej karty'] },
        { kind: 'list', label: 'Termin urzędu', items: ['do 30 dni'] },
      ],
    ],
    ['consequences', [{ kind: 'list', label: null, items: ['Bez karty grozi mandat.'] }]],
    [
      'how',
      [
        { kind: 'list', label: 'Osobiście', items: ['Złóż wniosek osobiście.'] },
        { kind: 'list', label: 'Przez internet', items: ['Umów wizytę przez internet.'] },
      ],
    ],
    [
      'legal-basis',
      [{ kind: 'list', label: null, items: ['Prawo o ruchu drogowym, artykuł 8, Dz.U. 2024 poz. 1251'] }],
    ],
  ]

  it.each(TOLD)('tell what is known: %s', (aspect, blocks) => {
    expect(composed(aspect).blocks.slice(1)).toEqual(blocks)
  })

  it('say that nothing is known, and whom to ask', () => {
    expect(composed('appeal').blocks).toEqual([
      { kind: 'heading', text: 'Karta parkingowa: odwołanie' },
      { kind: 'paragraph', text: 'Tej informacji nie ma w bazie: odwołanie. Zapytaj pracownika.' },
    ])
  })

  it('leave that to the list of missing items where the office owes it', () => {
    expect(composed('place').blocks).toEqual([{ kind: 'heading', text: 'Karta parkingowa: gdzie załatwić' }])
  })

  it.each(ASPECTS)('always say something of an entry that knows nothing: %s', aspect => {
    expect(composed(aspect, bare).blocks.length).toBeGreaterThan(1)
  })
})

describe('a long list', () => {
  const itemsOf = (whole: boolean) =>
    composed('documents', card, whole).blocks.flatMap(block =>
      block.kind === 'list' && block.label === 'Dokumenty' ? block.items : [],
    )

  it('is cut to eight items', () => {
    expect(itemsOf(false)).toEqual(card.documents.slice(0, 8).map(fact => fact.text))
    expect(composed('documents').isCut).toBe(true)
  })

  it('is shown to its end on demand', () => {
    expect(itemsOf(true)).toHaveLength(10)
    expect(composed('documents', card, true).isCut).toBe(false)
  })

  it('of eight items is not cut', () => {
    const entry = { ...card, documents: card.documents.slice(0, 8), forms: [] }

    expect(composed('documents', entry).isCut).toBe(false)
  })
})

describe('an aspect', () => {
  it.each(['general', 'who', 'documents', 'fee', 'deadline', 'consequences', 'how', 'legal-basis'] as const)(
    'is there where something is known: %s',
    aspect => {
      expect(hasAspect(card, aspect, phrases)).toBe(true)
    },
  )

  it('is there where the office owes it', () => {
    expect(hasAspect(card, 'place', phrases)).toBe(true)
  })

  it('is not there where nothing is known or owed', () => {
    expect(ASPECTS.filter(aspect => hasAspect(bare, aspect, phrases))).toEqual(['general'])
  })
})
