import { describe, expect, it } from '@jest/globals'
import { type AnswerEntry, composeAnswer, composeRedirect } from '../../dialogs/compose-answer.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { ASPECTS, type Aspect } from '../../knowledge/topic.ts'
import { createKnowledge, entryOf } from '../fixtures/knowledge.ts'

const knowledge = createKnowledge()
const phrases = PHRASES.pl
const TODAY = '2026-11-24'

const standard = entryOf(knowledge, 'standard', 'standard-5-prompt-service')
const address = entryOf(knowledge, 'office', 'office-address')
const card = entryOf(knowledge, 'procedure', 'parking-card')
const usedCar = entryOf(knowledge, 'procedure', 'vehicle-registration-used')
const newCar = entryOf(knowledge, 'procedure', 'vehicle-registration-new')
const idCard = entryOf(knowledge, 'redirect', 'redirect-id-card')

const blocksOf = (entry: AnswerEntry, aspect: Aspect = 'general', today = TODAY) =>
  composeAnswer(entry, { aspect, whole: false }, { office: knowledge.office, phrases, today }).blocks

const sourceOf = (...given: Parameters<typeof blocksOf>) => {
  const last = blocksOf(...given).at(-1)
  if (last?.kind !== 'source') throw new Error('the answer does not end with its source')
  return last
}

describe('an answer about a standard', () => {
  it('tells the rule, its details, and cites its point and version', () => {
    expect(blocksOf(standard)).toEqual([
      { kind: 'heading', text: 'Szybka obsługa' },
      { kind: 'paragraph', text: 'Pracownik zaczyna obsługę od razu, gdy przyjdziesz.' },
      { kind: 'list', label: 'Gdy czekasz', items: ['Pracownik przeprasza i podaje przyczynę.'] },
      {
        kind: 'source',
        label: 'Źródło',
        cited: [{ title: 'Standardy obsługi klienta, punkt 5, wersja 2.0 z 14 września 2022 r.', url: null }],
        note: 'Sprawdzono 20 listopada 2026 r.',
      },
    ])
  })

  it('cites the document alone where the rule has no point', () => {
    const { point: _, ...introduction } = standard

    expect(sourceOf(introduction).cited).toEqual([
      { title: 'Standardy obsługi klienta, wersja 2.0 z 14 września 2022 r.', url: null },
    ])
  })
})

describe('an answer about the office', () => {
  it('tells all that the office still owes, whatever was asked', () => {
    for (const aspect of ['place', 'fee'] as const) {
      expect(blocksOf(address, aspect)).toContainEqual({
        kind: 'list',
        label: 'Tego urząd jeszcze nie podał',
        items: ['numer telefonu do sekretariatu', 'opis dojazdu'],
      })
    }
  })

  it('has no empty paragraph where all is missing', () => {
    expect(blocksOf({ ...address, answer: [] }).map(block => block.kind)).toEqual(['heading', 'list', 'source'])
  })
})

describe('an answer about a procedure', () => {
  it.each(ASPECTS)('tells what is missing under its aspect only: %s', aspect => {
    const owed = blocksOf(card, aspect).filter(block => block.kind === 'list' && block.label === phrases.notInBase)

    expect(owed).toEqual(
      aspect === 'place'
        ? [{ kind: 'list', label: 'Tego nie ma jeszcze w bazie', items: ['numer pokoju i godziny zespołu'] }]
        : [],
    )
  })

  it('tells its fees before its source', () => {
    expect(blocksOf(usedCar, 'fee').map(block => block.kind)).toEqual(['heading', 'paragraph', 'source'])
  })
})

describe('the source of an answer', () => {
  it('names only the pages where the shown facts were read', () => {
    expect(sourceOf(card, 'who')).toMatchObject({
      label: 'Źródło',
      cited: [{ title: 'Ustawa w Dzienniku Ustaw', url: null }],
    })
  })

  it('names three pages at most', () => {
    const everywhere = { ...card, who: [{ text: 'Każdy.', from: ['gov-pl', 'act', 'guide', 'fees'] }] }

    expect(sourceOf(everywhere, 'who')).toEqual({
      kind: 'source',
      label: 'Źródła',
      cited: [
        { title: 'Serwis gov.pl', url: 'https://www.gov.pl/usluga' },
        { title: 'Ustawa w Dzienniku Ustaw', url: null },
        { title: 'Poradnik ministerstwa', url: 'https://www.gov.pl/poradnik' },
      ],
      note: 'Stan na 20 listopada 2026 r., urząd jeszcze nie potwierdził.',
    })
  })

  it('names a page once', () => {
    const { cited } = sourceOf(usedCar, 'documents')

    expect(cited).toHaveLength(1)
  })

  it('says of what the office has not confirmed that it has not', () => {
    expect(sourceOf(card).note).toBe('Stan na 20 listopada 2026 r., urząd jeszcze nie potwierdził.')
  })

  it('says of what the office confirmed only when it was checked', () => {
    expect(sourceOf(newCar).note).toBe('Sprawdzono 20 listopada 2026 r.')
  })

  it.each([
    ['2027-05-30', false],
    ['2027-05-31', true],
    ['2027-06-01', true],
  ])('on %s says that a review of 31 May 2027 is overdue: %s', (today, isOverdue) => {
    expect(sourceOf(card, 'general', today).note.includes('Od 31 maja 2027 r. ta informacja czeka')).toBe(isOverdue)
  })

  it('joins both notes where an unconfirmed entry is overdue', () => {
    expect(sourceOf(usedCar).note).toBe(
      'Stan na 20 listopada 2026 r., urząd jeszcze nie potwierdził. Od 1 listopada 2026 r. ta informacja czeka na ponowne sprawdzenie. Upewnij się w urzędzie.',
    )
  })
})

describe('a redirect', () => {
  it('says whose business it is, where, online, what the county office does, what is missing, and its sources', () => {
    expect(composeRedirect(idCard, phrases, TODAY)).toEqual([
      { kind: 'paragraph', text: 'Dowód osobisty wydaje urząd gminy. Możesz iść do dowolnej gminy.' },
      { kind: 'list', label: 'Adres i kontakt', items: ['Urząd Miejski w Świebodzinie.'] },
      { kind: 'list', label: 'Przez internet', items: ['Złóż wniosek na gov.pl.'] },
      { kind: 'list', label: 'Dobrze wiedzieć', items: ['Starostwo wydaje prawo jazdy.'] },
      { kind: 'list', label: 'Tego nie ma jeszcze w bazie', items: ['godziny urzędu gminy'] },
      {
        kind: 'source',
        label: 'Źródła',
        cited: [
          { title: 'Serwis gov.pl', url: 'https://www.gov.pl/usluga' },
          { title: 'Ustawa w Dzienniku Ustaw', url: null },
        ],
        note: 'Stan na 20 listopada 2026 r., urząd jeszcze nie potwierdził.',
      },
    ])
  })

  it('that knows only the addressee is short', () => {
    const short = { ...idCard, local: [], online: [], neighbour: [], missing: [] }

    expect(composeRedirect(short, phrases, TODAY).map(block => block.kind)).toEqual(['paragraph', 'source'])
  })
})
