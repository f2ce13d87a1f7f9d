import { describe, expect, it } from '@jest/globals'
import { decide } from '../../dialogs/decide.ts'
import { FOREIGN_LANGUAGES } from '../../dialogs/foreign-language.ts'
import { foreignLanguageOf } from '../../dialogs/foreign-language-of.ts'
import { NOTHING_REMEMBERED } from '../../dialogs/memory.ts'
import { FOREIGN_QUESTIONS } from '../fixtures/foreign-questions.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { readQuestions } from '../golden/golden.ts'
import { realKnowledge } from '../setup/knowledge.ts'

const knowledge = createKnowledge()

const outcomeOf = (text: string, heard: string | null = null) =>
  decide(text, NOTHING_REMEMBERED, knowledge, heard).outcome

describe('a language that is told here', () => {
  it.each(FOREIGN_LANGUAGES)('is right for at least 24 of 25 questions in %s', language => {
    const right = FOREIGN_QUESTIONS[language].filter(text => foreignLanguageOf(text, null) === language)

    expect(right.length).toBeGreaterThanOrEqual(24)
  })

  it.each([
    'prosze mi powiedziec gdzie to zlozyc',
    'ile punktow maja standardy',
    'moj syn kupil skuter bez papierow da sie zarejestrowac',
    'blikiem da sie u was zaplacic?',
    'dokad to zaniesc?',
  ])('is Polish for Polish without its letters: %s', text => {
    expect(foreignLanguageOf(text, null)).toBeNull()
  })

  it('gives way to what a service has read', () => {
    expect(foreignLanguageOf('prosze mi powiedziec gdzie to zlozyc', 'de')).toBe('de')
    expect(foreignLanguageOf('do you speak english', 'pl')).toBeNull()
  })

  it.each([
    ['ru', 'uk'],
    ['be', 'uk'],
    ['fr', 'en'],
  ] as const)('leads from %s to phrases in %s', (heard, language) => {
    expect(foreignLanguageOf('что нужно сделать', heard)).toBe(language)
  })
})

describe('a message in another language', () => {
  it.each([
    ['uk', 'Чи є у вас перекладач?'],
    ['en', 'do you speak english'],
    ['de', 'Wann haben Sie geöffnet?'],
  ] as const)('is told so in %s', (language, text) => {
    expect(outcomeOf(text)).toEqual({ kind: 'decline', reason: 'not-understood', language })
  })

  it('of two words is not judged by them', () => {
    expect(outcomeOf('guten tag')).toEqual({ kind: 'decline', reason: 'not-understood' })
  })

  it('is answered where the search covers it, whatever a service has read', () => {
    expect(outcomeOf('ile kosztuje karta parkingowa', 'de')).toMatchObject({ kind: 'answer', topic: 'parking-card' })
  })
})

describe('with the real knowledge', () => {
  const real = realKnowledge()
  const languageOf = (text: string) => {
    const { outcome } = decide(text, NOTHING_REMEMBERED, real)
    return outcome.kind === 'decline' ? outcome.language : undefined
  }

  it('at least 72 of 75 foreign questions are told so in their language', () => {
    const told = FOREIGN_LANGUAGES.flatMap(language =>
      FOREIGN_QUESTIONS[language].filter(text => languageOf(text) === language),
    )

    expect(told.length).toBeGreaterThanOrEqual(72)
  })

  it('no golden question in words is taken for a foreign one', () => {
    const taken = readQuestions().filter(({ text }) => languageOf(text))

    expect(taken.map(({ text }) => text)).toEqual(['qwe rty uio'])
  })
})
