import { describe, expect, it } from '@jest/globals'
import { probabilities } from '../../../knowledge/search/classifier.ts'
import { topicFeatures } from '../../../knowledge/search/features.ts'
import { TOPIC_TRAINING, train } from '../../../knowledge/search/train.ts'
import { HELD_OUT_QUESTIONS, TOY_QUESTIONS } from './toy-questions.ts'

const classifier = train(TOY_QUESTIONS)

function likeliest(text: string): string | undefined {
  const chances = probabilities(topicFeatures(text), classifier)
  return classifier.labels[chances.indexOf(Math.max(...chances))]
}

describe('training', () => {
  it.each(TOY_QUESTIONS.map(({ text, label }) => [text, label]))('learns that "%s" is about %s', (text, label) => {
    expect(likeliest(text)).toBe(label)
  })

  it.each(HELD_OUT_QUESTIONS.map(({ text, label }) => [text, label]))(
    'understands "%s", which it has not seen, as %s',
    (text, label) => {
      expect(likeliest(text)).toBe(label)
    },
  )

  it('sorts the labels, each once', () => {
    expect(classifier.labels).toEqual(['boat-registration', 'office-hours', 'parking-card'])
  })

  it('sorts the vocabulary, each feature once', () => {
    const vocabulary = [...classifier.vocabulary]

    expect(vocabulary).toEqual([...new Set(vocabulary)].sort((a, b) => a - b))
  })

  it('has an importance and a row of weights for each feature', () => {
    const rows = classifier.vocabulary.length

    expect([classifier.importance.length, classifier.weights.length]).toEqual([rows, rows * classifier.labels.length])
  })

  it('stays doubtful of what it has learnt by the share that is smoothed', () => {
    const samples = ['karta', 'godziny'].flatMap(text => Array.from({ length: 50 }, () => ({ text, label: text })))

    const trained = train(samples, { ...TOPIC_TRAINING, smoothing: 0.2, dropout: 0 })

    expect(Math.max(...probabilities(topicFeatures('karta'), trained))).toBeCloseTo(0.9, 2)
  })

  it('learns from every feature, whichever are hidden at times', () => {
    const samples = [
      { text: 'karta parkingowa', label: 'a' },
      { text: 'godziny otwarcia', label: 'b' },
    ]

    const trained = train(samples, { ...TOPIC_TRAINING, dropout: 0.9 })

    for (const word of ['karta', 'parkingowa']) {
      expect(probabilities(topicFeatures(word), trained)[0]).toBeGreaterThan(0.5)
    }
  })

  it('gives a rare feature more importance than a frequent one', () => {
    const samples = ['karta', 'karta', 'karta', 'godziny'].map(text => ({ text, label: text }))

    const { vocabulary, importance } = train(samples)

    const of = (word: string) => importance[vocabulary.indexOf(topicFeatures(word)[0] ?? 0)] ?? 0
    expect(of('godziny')).toBeGreaterThan(of('karta'))
  })

  it('reads samples in their language', () => {
    const samples = [
      { text: "don't", label: 'a' },
      { text: 'dont', label: 'a' },
    ]

    const { vocabulary } = train(samples, { ...TOPIC_TRAINING, features: question => topicFeatures(question, 'en') })

    expect(vocabulary).toEqual(topicFeatures('dont'))
  })

  it('gives the same classifier to the bit', () => {
    const again = train(TOY_QUESTIONS)

    expect([
      bits(again.weights),
      bits(again.scale),
      bits(again.bias),
      bits(again.importance),
      bits(again.vocabulary),
    ]).toEqual([
      bits(classifier.weights),
      bits(classifier.scale),
      bits(classifier.bias),
      bits(classifier.importance),
      bits(classifier.vocabulary),
    ])
  })

  it('leaves the temperature at 1', () => {
    expect(classifier.temperature).toBe(1)
  })

  it('makes an empty classifier of no samples', () => {
    expect(train([])).toMatchObject({ labels: [], vocabulary: new Uint32Array() })
  })
})

function bits(array: ArrayBufferView): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('hex')
}
