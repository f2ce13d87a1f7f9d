import { describe, expect, it } from '@jest/globals'
import type { Choice } from '../../dialogs/choice.ts'
import type { Outcome } from '../../dialogs/outcome.ts'
import { pickOption } from '../../dialogs/pick-option.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = createKnowledge()

const CHOICES: readonly Choice[] = [
  { label: 'Używane auto', pick: { kind: 'topic', topic: 'vehicle-registration-used' } },
  { label: 'Opłata', pick: { kind: 'aspect', topic: 'parking-card', aspect: 'fee' } },
  { label: 'Pokaż wszystkie', pick: { kind: 'whole', topic: 'parking-card', aspect: 'documents' } },
  { label: 'Karta wędkarska', pick: { kind: 'topic', topic: 'fishing-card' } },
  { label: 'Inne', pick: { kind: 'something-else' } },
  { label: 'Pracownik', pick: { kind: 'person' } },
]

const USED_CAR: Outcome = { kind: 'answer', topic: 'vehicle-registration-used', aspect: 'general', whole: false }
const CARD_FEE: Outcome = { kind: 'answer', topic: 'parking-card', aspect: 'fee', whole: false }
const CARD_DOCUMENTS: Outcome = { kind: 'answer', topic: 'parking-card', aspect: 'documents', whole: true }
const FISHING: Outcome = { kind: 'handoff', reason: 'not-known', topic: 'fishing-card' }
const HELP: Outcome = { kind: 'smalltalk', topic: 'conversation-what-can-you-do' }
const PERSON: Outcome = { kind: 'handoff', reason: 'asked-for-person', topic: null }

const picked = (text: string, choices = CHOICES) => pickOption(questionOf(text, knowledge, { choices }))

describe('an offered choice', () => {
  it.each([
    ['Używane auto', USED_CAR],
    ['Opłata', CARD_FEE],
    ['Pokaż wszystkie', CARD_DOCUMENTS],
    ['Karta wędkarska', FISHING],
    ['Inne', HELP],
    ['Pracownik', PERSON],
  ])('is picked by the words on its button: „%s”', (text, outcome) => {
    expect(picked(text)).toEqual(outcome)
  })

  it.each([
    ['1', USED_CAR],
    ['2', CARD_FEE],
    ['3.', CARD_DOCUMENTS],
    ['4)', FISHING],
    ['(5)', HELP],
    [' 6 ', PERSON],
  ])('is picked by its number: „%s”', (text, outcome) => {
    expect(picked(text)).toEqual(outcome)
  })

  it.each([
    ['pierwsze', USED_CAR],
    ['Drugie', CARD_FEE],
    ['trzecie', CARD_DOCUMENTS],
    ['czwarte', FISHING],
    ['piąte', HELP],
    ['SZÓSTE', PERSON],
    ['pierwsza', USED_CAR],
    ['pierwszą', USED_CAR],
    ['Druga', CARD_FEE],
    ['drugą', CARD_FEE],
    ['ta druga', CARD_FEE],
    ['trzecia', CARD_DOCUMENTS],
    ['ten trzeci', CARD_DOCUMENTS],
    ['szósta', PERSON],
    ['jeden', USED_CAR],
    ['dwa', CARD_FEE],
    ['trzy', CARD_DOCUMENTS],
    ['opcja 1', USED_CAR],
    ['opcję drugą', CARD_FEE],
    ['numer 2', CARD_FEE],
    ['nr 2', CARD_FEE],
    ['1 poproszę', USED_CAR],
    ['wybieram 4', FISHING],
    ['to pierwsze, proszę', USED_CAR],
  ])('is picked by its place: „%s”', (text, outcome) => {
    expect(picked(text)).toEqual(outcome)
  })

  it.each([
    ['Opłatę', CARD_FEE],
    ['opłata proszę', CARD_FEE],
    ['opłaty', CARD_FEE],
    ['kartę wędkarską', FISHING],
    ['karty wędkarskiej', FISHING],
    ['inna', HELP],
    ['pracownika poproszę', PERSON],
  ])('is picked whatever the ending: „%s”', (text, outcome) => {
    expect(picked(text)).toEqual(outcome)
  })

  it.each(['7', 'siódma', 'siedem'])('is picked as the last of as many as are ever offered: „%s”', text => {
    const all: readonly Choice[] = [{ label: 'Auto', pick: { kind: 'something-else' } }, ...CHOICES]

    expect(picked(text, all)).toEqual(PERSON)
  })

  it('is picked by its very words rather than by a number in them', () => {
    const choices: readonly Choice[] = [
      { label: 'Auto', pick: { kind: 'topic', topic: 'vehicle-registration-used' } },
      { label: 'Opłata', pick: { kind: 'aspect', topic: 'parking-card', aspect: 'fee' } },
      { label: '1', pick: { kind: 'person' } },
    ]

    expect(picked('1', choices)).toEqual(PERSON)
  })

  it.each([
    ['uzywane auto', USED_CAR],
    ['OPŁATA!', CARD_FEE],
    ['pokaz wszystkie', CARD_DOCUMENTS],
    ['karta wedkarska.', FISHING],
  ])('is picked whatever the case, the diacritics and the punctuation: „%s”', (text, outcome) => {
    expect(picked(text)).toEqual(outcome)
  })

  it.each(['7', '0', '-', '', 'siódme', 'auto', 'opłata za kartę', '1 2', '1 auto', 'inspektor', 'karta', 'to'])(
    'is not picked by anything else: „%s”',
    text => {
      expect(picked(text)).toBeUndefined()
    },
  )

  it.each(['1', 'pierwsze', 'Opłata', ''])('is not picked where nothing was offered: „%s”', text => {
    expect(picked(text, [])).toBeUndefined()
  })

  it('whose topic has left the base leads to a person', () => {
    const outcome = picked('Łódź', [{ label: 'Łódź', pick: { kind: 'topic', topic: 'boat-registration' } }])

    expect(outcome).toEqual({ kind: 'handoff', reason: 'not-known', topic: 'boat-registration' })
  })

  it('for the rest of a list whose entry has left the base is not picked', () => {
    const gone: Choice = {
      label: 'Pokaż wszystkie',
      pick: { kind: 'whole', topic: 'boat-registration', aspect: 'fee' },
    }

    expect(picked('Pokaż wszystkie', [gone])).toBeUndefined()
  })
})

describe('the only topic that was offered', () => {
  const ALONE: readonly Choice[] = [
    { label: 'Używane auto', pick: { kind: 'topic', topic: 'vehicle-registration-used' } },
    { label: 'Inne', pick: { kind: 'something-else' } },
    { label: 'Pracownik', pick: { kind: 'person' } },
  ]

  it.each(['tak', 'Tak!', 'no tak', 'zgadza się', 'Właśnie o to.', 'dokładnie'])('is picked by „%s”', text => {
    expect(picked(text, ALONE)).toEqual(USED_CAR)
  })

  it.each(['nie', 'Nie o to'])('is not meant after „%s”', text => {
    expect(picked(text, ALONE)).toEqual(HELP)
  })

  it.each(['tak, a ile kosztuje karta', 'nie wiem'])('is neither by „%s”', text => {
    expect(picked(text, ALONE)).toBeUndefined()
  })

  it('is no matter of yes or no among several', () => {
    expect(picked('tak')).toBeUndefined()
  })
})
