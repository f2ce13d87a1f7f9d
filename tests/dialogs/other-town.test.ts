import { describe, expect, it } from '@jest/globals'
import { otherTown } from '../../dialogs/other-town.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = createKnowledge()

const ELSEWHERE = [
  'godziny otwarcia urzędu miasta w Poznaniu',
  'urząd w Warszawie',
  'urzędu m. st. Warszawy',
  'starostwo w Zielonej Górze',
  'wydział komunikacji w Zielonej Górze',
  'wydział komunikacji Zielona Góra godziny',
  'urząd miasta Kraków',
  'starostwo powiatowe w Gorzowie',
  'starostwo Żagań',
  'urzad gminy w Zarach',
  'Urząd Dzielnicy Mokotów',
  'ratusz w Lesznie',
  'MOPS w Łodzi',
  'starostwo w Nowej Soli',
  'starostwo w Krośnie Odrzańskim',
  'PCPR w Międzyrzeczu',
]

const HERE = [
  'kupiłem auto w Poznaniu, jak zarejestrować',
  'samochód kupiony w Poznaniu rejestracja u was',
  'czy urząd zarejestruje auto kupione w Poznaniu',
  'czy wydział komunikacji zarejestruje auto z Niemiec, z Berlina',
  'jestem zameldowany w Krakowie, czy mogę tu zarejestrować auto',
  'przeprowadzka z Warszawy, co z dowodem rejestracyjnym',
  'urząd w Świebodzinie',
  'kupiłem auto w Poznaniu, czy starostwo w Świebodzinie je zarejestruje',
  'starostwo w Świebodzinie czy w Poznaniu',
  'starostwo Świebodzin czy Poznań',
  'gdzie jest urząd',
  'wydział komunikacji godziny',
]

describe("another town's office", () => {
  it.each(ELSEWHERE)('is heard in „%s”', text => {
    const outcome = otherTown(questionOf(text, knowledge))

    expect(outcome).toEqual({ kind: 'decline', reason: 'out-of-scope' })
  })

  it.each(HERE)('is not read into „%s”', text => {
    const outcome = otherTown(questionOf(text, knowledge))

    expect(outcome).toBeUndefined()
  })
})
