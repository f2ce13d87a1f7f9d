import { describe, expect, it } from '@jest/globals'
import { severalQuestions } from '../../dialogs/several-questions.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = createKnowledge()
const asked = (text: string) => severalQuestions(questionOf(text, knowledge))

describe('several questions in one message', () => {
  it.each([
    'Ile kosztuje karta parkingowa? Jak zarejestrować nowe auto?',
    'ile kosztuje karta parkingowa i jak zarejestrować nowe auto',
    'ile kosztuje karta parkingowa\njak zarejestrować nowe auto',
  ])('answer the first and offer the second: %j', text => {
    expect(asked(text)).toMatchObject({
      kind: 'answer',
      topic: 'parking-card',
      aspect: 'fee',
      besides: { topic: 'vehicle-registration-new' },
    })
  })

  it('may be of one topic', () => {
    expect(asked('Ile kosztuje karta parkingowa? A jakie dokumenty?')).toMatchObject({
      kind: 'answer',
      topic: 'parking-card',
      aspect: 'fee',
      besides: { topic: 'parking-card', aspect: 'documents' },
    })
  })

  it('may begin with what another office does', () => {
    expect(asked('Gdzie wyrobić dowód osobisty? Ile kosztuje karta parkingowa?')).toMatchObject({
      kind: 'redirect',
      topic: 'redirect-id-card',
      besides: { topic: 'parking-card', aspect: 'fee' },
    })
  })

  it.each([
    ['one question', 'Ile kosztuje karta parkingowa?'],
    ['a story with one question', 'Mam kartę parkingową. Kupiłem nowe auto. Ile kosztuje karta parkingowa?'],
    ['the same asked twice', 'Ile kosztuje karta parkingowa? Ile za kartę parkingową?'],
    ['a question and what nobody knows', 'Ile kosztuje karta parkingowa? Jaka będzie jutro pogoda?'],
    ['a question and a greeting', 'Dzień dobry! Ile kosztuje karta parkingowa?'],
    ['no words', '?? ?'],
  ])('are not seen in %s', (_, text) => {
    expect(asked(text)).toBeUndefined()
  })
})
