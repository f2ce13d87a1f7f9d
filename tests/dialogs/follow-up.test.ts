import { describe, expect, it } from '@jest/globals'
import { followUp } from '../../dialogs/follow-up.ts'
import type { Found } from '../../knowledge/search/search.ts'
import type { Aspect } from '../../knowledge/topic.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = createKnowledge()
const talkedAbout = (topic: string) => ({ topic })

const ASKED: readonly (readonly [string, Aspect])[] = [
  ['a ile to kosztuje?', 'fee'],
  ['koszt', 'fee'],
  ['jaki koszt', 'fee'],
  ['opłata?', 'fee'],
  ['a jakie dokumenty?', 'documents'],
  ['jaki formularz', 'documents'],
  ['do kiedy', 'deadline'],
  ['jak długo to trwa', 'deadline'],
  ['a ile się czeka', 'deadline'],
  ['a gdzie?', 'place'],
  ['jaki adres', 'place'],
  ['a przez internet?', 'how'],
  ['online', 'how'],
  ['a pocztą', 'how'],
  ['kara', 'consequences'],
  ['a co mi grozi', 'consequences'],
  ['jak się odwołać', 'appeal'],
  ['podstawa prawna', 'legal-basis'],
  ['a kto?', 'who'],
  ['jaka opłata', 'fee'],
  ['jaka jest opłata', 'fee'],
  ['ile wynosi opłata', 'fee'],
  ['ile muszę zapłacić', 'fee'],
  ['ile?', 'fee'],
  ['płatne', 'fee'],
  ['to jest platne?', 'fee'],
  ['bezpłatnie', 'fee'],
  ['darmowe', 'fee'],
  ['drogo to wychodzi?', 'fee'],
  ['ile za to wezmą?', 'fee'],
  ['czy to coś kosztuje', 'fee'],
  ['jakie dokumenty są potrzebne', 'documents'],
  ['jakie dokumenty skladamy', 'documents'],
  ['co muszę zabrać', 'documents'],
  ['co mam ze sobą zabrać?', 'documents'],
  ['gdzie wniosek', 'documents'],
  ['czy wystarczy ksero', 'documents'],
  ['w jakim terminie', 'deadline'],
  ['jak szybko', 'deadline'],
  ['ile tygodni', 'deadline'],
  ['ile dni', 'deadline'],
  ['za ile dni bedzie gotowe', 'deadline'],
  ['kiedy gotowe', 'deadline'],
  ['kiedy odbiorę', 'deadline'],
  ['czy to długo zajmie', 'deadline'],
  ['do kiedy złożyć wniosek', 'deadline'],
  ['gdzie mam iść', 'place'],
  ['gdzie się zgłosić', 'place'],
  ['i dokąd z tym przyjść?', 'place'],
  ['w którym pokoju', 'place'],
  ['gdzie złożyć wniosek', 'place'],
  ['czy mogę przez internet', 'how'],
  ['czy mogę pocztą', 'how'],
  ['Czy można to załatwić przez internet?', 'how'],
  ['zdalnie', 'how'],
  ['przez epuap', 'how'],
  ['jak to zrobić', 'how'],
  ['jak to zrobić krok po kroku?', 'how'],
  ['czy muszę przyjść osobiście', 'how'],
  ['jaka kara', 'consequences'],
  ['co jak nie zdążę', 'consequences'],
  ['a co jak nie przyjdę?', 'consequences'],
  ['co mi grozi, jesli tego nie zrobie', 'consequences'],
  ['Jakie są konsekwencje, gdy tego nie dopełnię?', 'consequences'],
  ['a jak się spóźnię', 'consequences'],
  ['czy mogę się odwołać', 'appeal'],
  ['gdzie się odwołać', 'appeal'],
  ['do kiedy się odwołać', 'appeal'],
  ['a jak mi odmówią?', 'appeal'],
  ['Czy od takiej decyzji przysługuje środek zaskarżenia?', 'appeal'],
  ['jaka podstawa prawna', 'legal-basis'],
  ['jaki to paragraf', 'legal-basis'],
  ['komu przysługuje', 'who'],
  ['komu to przysługuje?', 'who'],
  ['dla kogo', 'who'],
  ['Kto może to złożyć?', 'who'],
  ['oboje musimy byc?', 'who'],
  ['a moze to zrobic mama za mnie?', 'who'],
  ['a mąż może?', 'who'],
]

describe('a follow-up', () => {
  it.each(ASKED)('„%s” asks about the %s of what was talked about', (text, aspect) => {
    const outcome = followUp(questionOf(text, knowledge, talkedAbout('parking-card')))

    expect(outcome).toEqual({ kind: 'answer', topic: 'parking-card', aspect, whole: false })
  })

  it.each(['a ile to kosztuje?', 'gdzie', 'jakie dokumenty'])(
    '„%s” means nothing where nothing was talked about',
    text => {
      const outcome = followUp(questionOf(text, knowledge))

      expect(outcome).toBeUndefined()
    },
  )

  it.each([
    'ile kosztuje rejestracja auta',
    'jakie dokumenty na dowód osobisty',
    'gdzie jest urząd',
    'termin rejestracji używanego auta',
    'prawnik',
    'placówka',
    'droga',
    'drogowe',
    'listonosz',
    'lista',
    'miejscowy',
    'a czasowa?',
    'a paszport gdzie wyrobię?',
    'gdzie skladac o 800 plus na dziecko?',
    'papierosy',
    'mandarynki',
    'czasopismo',
  ])('is not what names a topic of its own: „%s”', text => {
    const outcome = followUp(questionOf(text, knowledge, talkedAbout('parking-card')))

    expect(outcome).toBeUndefined()
  })

  it.each(['a to?', 'i co', 'dziękuję', ''])('is not what names no aspect: „%s”', text => {
    const outcome = followUp(questionOf(text, knowledge, talkedAbout('parking-card')))

    expect(outcome).toBeUndefined()
  })

  it('has at most twelve words', () => {
    const withWords = (count: number) => `${'to '.repeat(count - 1)}kosztuje`

    const asked = [12, 13].map(count => followUp(questionOf(withWords(count), knowledge, talkedAbout('parking-card'))))

    expect(asked).toEqual([{ kind: 'answer', topic: 'parking-card', aspect: 'fee', whole: false }, undefined])
  })

  it('about a redirect repeats whose business it is', () => {
    const outcome = followUp(questionOf('a ile to kosztuje?', knowledge, talkedAbout('redirect-id-card')))

    expect(outcome).toEqual({ kind: 'redirect', topic: 'redirect-id-card' })
  })

  it('about a topic that has left the base leads to a person', () => {
    const outcome = followUp(questionOf('a ile to kosztuje?', knowledge, talkedAbout('boat-registration')))

    expect(outcome).toEqual({ kind: 'handoff', reason: 'not-known', topic: 'boat-registration' })
  })
})

describe('what the search takes for a follow-up', () => {
  const found = (followUp: number, aspect: Aspect, confidence: number, others: Partial<Found> = {}): Found => ({
    topics: [{ topic: 'vehicle-registration-new', confidence: 0.3 }],
    reasons: [{ reason: 'out-of-scope', confidence: 0.1 }],
    followUp,
    aspects: [{ aspect, confidence }],
    ...others,
  })
  const heard = (text: string, made: Found) =>
    followUp({ ...questionOf(text, knowledge, talkedAbout('parking-card')), found: made })

  it('is answered from the topic that was talked about', () => {
    const outcome = heard('egzemplarze ilu sztuk', found(0.6, 'documents', 0.6))

    expect(outcome).toEqual({ kind: 'answer', topic: 'parking-card', aspect: 'documents', whole: false })
  })

  it('need not be likelier than a topic, as in a conversation half of the messages ask on', () => {
    expect(heard('egzemplarze', found(0.02, 'documents', 0.6))).toMatchObject({ topic: 'parking-card' })
    expect(heard('egzemplarze', found(0.01, 'documents', 0.6))).toBeUndefined()
  })

  it.each([
    ['a reason for not answering', found(0.02, 'documents', 0.9, { reasons: [{ reason: 'unsafe', confidence: 0.6 }] })],
    ['only the overview', found(0.9, 'general', 0.9)],
    ['an aspect that is a guess', found(0.9, 'documents', 0.4)],
  ])('is none with %s', (_what, made) => {
    expect(heard('egzemplarze tego', made)).toBeUndefined()
  })

  it('is none in a long message', () => {
    expect(heard('egzemplarze '.repeat(13), found(0.9, 'documents', 0.9))).toBeUndefined()
  })
})
