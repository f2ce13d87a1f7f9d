import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { topicFeatures } from '../../../knowledge/search/features.ts'
import { REASON_PREFIX, search, type TrainedSearch } from '../../../knowledge/search/search.ts'
import { type Sample, TOPIC_TRAINING, train } from '../../../knowledge/search/train.ts'
import { TOY_QUESTIONS } from './toy-questions.ts'

const REFUSED: readonly Sample[] = [
  ...['jak podrobić podpis', 'podrobić pieczątkę', 'podrobić dowód', 'podrobiony podpis'].map(text => ({
    text,
    label: `${REASON_PREFIX}unsafe`,
  })),
  ...['jaka będzie pogoda', 'pogoda na jutro', 'jutro pogoda nad morzem'].map(text => ({
    text,
    label: `${REASON_PREFIX}out-of-scope`,
  })),
]

const trained: TrainedSearch = {
  topics: train([...TOY_QUESTIONS, ...REFUSED]),
  aspects: train(
    TOY_QUESTIONS.map(({ text }) => ({ text, label: text.includes('kosztuje') ? 'fee' : 'general' })),
    TOPIC_TRAINING,
  ),
}

function isFalling(list: readonly { readonly confidence: number }[]): boolean {
  return list.every((each, index) => index === 0 || each.confidence <= (list[index - 1]?.confidence ?? 0))
}

describe('the search', () => {
  it('finds the topic of a question', () => {
    expect(search('karta parkingowa', trained).topics[0]?.topic).toBe('parking-card')
  })

  it('finds the reason for not answering', () => {
    expect(search('podrobić podpis', trained).reasons[0]?.reason).toBe('unsafe')
  })

  it('finds the aspect of a question', () => {
    expect(search('ile kosztuje rejestracja łodzi', trained).aspects[0]?.aspect).toBe('fee')
  })

  it('gives every topic, and no reason among them', () => {
    const topics = search('karta', trained).topics.map(candidate => candidate.topic)

    expect(topics.toSorted()).toEqual(['boat-registration', 'office-hours', 'parking-card'])
  })

  it('gives every reason without its prefix', () => {
    const reasons = search('karta', trained).reasons.map(candidate => candidate.reason)

    expect(reasons.toSorted()).toEqual(['out-of-scope', 'unsafe'])
  })

  it('gives every aspect', () => {
    const aspects = search('karta', trained).aspects.map(candidate => candidate.aspect)

    expect(aspects.toSorted()).toEqual(['fee', 'general'])
  })

  it('puts the likeliest first, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const { topics, reasons, aspects } = search(text, trained)

        expect([isFalling(topics), isFalling(reasons), isFalling(aspects)]).toEqual([true, true, true])
      }),
    )
  })

  it('shares a confidence of 1 among topics and reasons, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const { topics, reasons } = search(text, trained)

        const total = [...topics, ...reasons].reduce((sum, { confidence }) => sum + confidence, 0)
        expect(total).toBeCloseTo(1, 9)
      }),
    )
  })

  it('gives the prior odds for the empty question and for one of unknown words', () => {
    expect(search('', trained)).toEqual(search('🚗🚗🚗', trained))
  })

  it('gives no aspects in a bare index', () => {
    expect(search('karta', { topics: trained.topics }).aspects).toEqual([])
  })

  it('reads the question in the language of the index', () => {
    const samples = ["I don't know", 'dont ask', 'opening hours', 'hours please'].map(text => ({ text, label: text }))
    const english: TrainedSearch = {
      topics: train(samples, { ...TOPIC_TRAINING, features: question => topicFeatures(question, 'en') }),
      language: 'en',
    }

    expect(search("don't", english)).toEqual(search('dont', english))
  })

  it('finds nothing where nothing was learnt', () => {
    expect(search('karta', { topics: train([]) })).toEqual({ topics: [], reasons: [], followUp: 0, aspects: [] })
  })
})
