import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { probabilities } from '../../../knowledge/search/classifier.ts'
import { features } from '../../../knowledge/search/features.ts'
import { createRandom, TRAINING, train } from '../../../knowledge/search/train.ts'
import { HELD_OUT_QUESTIONS, TOY_QUESTIONS } from './toy-questions.ts'

const classifier = train(TOY_QUESTIONS)

function likeliest(text: string): string | undefined {
  const chances = probabilities(features(text), classifier)
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

  it('leaves out features that too few samples show', () => {
    const samples = [
      { text: 'karta', label: 'a' },
      { text: 'karta', label: 'b' },
      { text: 'godziny', label: 'b' },
    ]

    const { vocabulary } = train(samples, { ...TRAINING, rarest: 2 })

    expect(vocabulary).toEqual(features('karta'))
  })

  it('gives a rare feature more importance than a frequent one', () => {
    const samples = ['karta', 'karta', 'karta', 'godziny'].map(text => ({ text, label: text }))

    const { vocabulary, importance } = train(samples, { ...TRAINING, rarest: 1 })

    const of = (word: string) => importance[vocabulary.indexOf(features(word)[0] ?? 0)] ?? 0
    expect(of('godziny')).toBeGreaterThan(of('karta'))
  })

  it('reads samples in their language', () => {
    const samples = [
      { text: "don't", label: 'a' },
      { text: 'dont', label: 'a' },
    ]

    const { vocabulary } = train(samples, { ...TRAINING, language: 'en' })

    expect(vocabulary).toEqual(features('dont'))
  })

  it('gives the same classifier to the bit', () => {
    const again = train(TOY_QUESTIONS)

    expect([bits(again.weights), bits(again.bias), bits(again.importance), bits(again.vocabulary)]).toEqual([
      bits(classifier.weights),
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

describe('the fixed generator', () => {
  it('repeats itself for the same seed', () => {
    const [one, other] = [createRandom(7), createRandom(7)]

    expect(Array.from({ length: 20 }, one)).toEqual(Array.from({ length: 20 }, other))
  })

  it('differs from seed to seed', () => {
    expect(createRandom(1)()).not.toBe(createRandom(2)())
  })

  it('gives numbers from 0 to below 1', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const numbers = Array.from({ length: 20 }, createRandom(seed))

        expect(numbers.every(number => number >= 0 && number < 1)).toBe(true)
      }),
    )
  })
})

function bits(array: ArrayBufferView): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('hex')
}
