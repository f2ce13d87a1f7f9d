import { describe, expect, it } from '@jest/globals'
import { followUp } from '../../dialogs/follow-up.ts'
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
    'termin wydania prawa jazdy',
  ])('is not what names a topic of its own: „%s”', text => {
    const outcome = followUp(questionOf(text, knowledge, talkedAbout('parking-card')))

    expect(outcome).toBeUndefined()
  })

  it.each(['a to?', 'i co', 'dziękuję', ''])('is not what names no aspect: „%s”', text => {
    const outcome = followUp(questionOf(text, knowledge, talkedAbout('parking-card')))

    expect(outcome).toBeUndefined()
  })

  it('has at most eight words', () => {
    const withWords = (count: number) => `${'to '.repeat(count - 1)}kosztuje`

    const asked = [8, 9].map(count => followUp(questionOf(withWords(count), knowledge, talkedAbout('parking-card'))))

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
