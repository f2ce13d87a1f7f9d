import { describe, expect, it } from '@jest/globals'
import { legalAdvice } from '../../dialogs/legal-advice.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = createKnowledge()

const WISHES = [
  'napisz za mnie odwolanie od decyzji',
  'napiszcie za mnie pismo',
  'napisz mi odwołanie',
  'proszę o sporządzenie pozwu o zapłatę',
  'jakich argumentów użyć, żeby sąd przyznał mi dzieci?',
  'jakie argumenty podać w sądzie',
  'czy wygram w sądzie',
  'kto ma rację w sporze o miedzę',
  'kto jest winny tej stłuczki',
  'Sprzedałem auto, kupiec chce zwrotu kasy. Muszę mu oddać czy nie?',
]

const HARMLESS = [
  'jak napisać odwołanie',
  'napisz, jak złożyć odwołanie',
  'napisz mi, gdzie złożyć skargę',
  'wzór odwołania',
  'jakie dokumenty do odwołania',
  'kupujący nie zgłosił auta, mam oddać tablice?',
  'obywatel ma prawo do rozpatrzenia sprawy, kto ma rację',
  'sąd zabrał mi prawo jazdy, jak odzyskać',
  'kto ponosi opłatę',
  'wygrałem przetarg, co dalej',
]

describe('a wish for legal advice', () => {
  it.each(WISHES)('is heard in „%s”', text => {
    const outcome = legalAdvice(questionOf(text, knowledge))

    expect(outcome).toEqual({ kind: 'handoff', reason: 'legal-advice', topic: null })
  })

  it.each(HARMLESS)('is not read into „%s”', text => {
    const outcome = legalAdvice(questionOf(text, knowledge))

    expect(outcome).toBeUndefined()
  })
})
