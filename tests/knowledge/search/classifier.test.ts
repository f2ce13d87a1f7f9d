import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  type Classifier,
  probabilities,
  type SparseVector,
  scores,
  softmax,
  vectorise,
} from '../../../knowledge/search/classifier.ts'
import { topicFeatures } from '../../../knowledge/search/features.ts'
import { train } from '../../../knowledge/search/train.ts'
import { TOY_QUESTIONS } from './toy-questions.ts'

const classifier = train(TOY_QUESTIONS)

/** Three features and two labels, all numbers by hand. */
const SMALL: Classifier = {
  labels: ['a', 'b'],
  vocabulary: Uint32Array.of(10, 20, 30),
  importance: Float32Array.of(3, 4, 1),
  unseen: 5,
  weights: Int8Array.of(1, -1, 1, -1, 0, 0),
  scale: Float32Array.of(1, 2, 1),
  bias: Float32Array.of(0.5, -0.5),
  temperature: 1,
}

function lengthOf({ values }: SparseVector): number {
  return Math.hypot(...values)
}

describe('a vector', () => {
  it('keeps the features that the vocabulary knows', () => {
    const vector = vectorise(Uint32Array.of(5, 10, 15, 30, 99), SMALL)

    expect([...vector.rows]).toEqual([0, 2])
  })

  it('weighs features by importance', () => {
    const vector = vectorise(Uint32Array.of(10, 20), SMALL)

    expect(vector.values).toEqual(Float32Array.of(0.6, 0.8))
  })

  it('is shorter by what is not known', () => {
    const vector = vectorise(Uint32Array.of(99, 10, 20), SMALL)

    expect(lengthOf(vector)).toBeCloseTo(5 / Math.hypot(5, 5), 6)
  })

  it('has unit length where all is known', () => {
    fc.assert(
      fc.property(
        fc.subarray(
          TOY_QUESTIONS.map(sample => sample.text),
          { minLength: 1 },
        ),
        texts => {
          const vector = vectorise(topicFeatures(texts.join(' ')), classifier)

          expect(lengthOf(vector)).toBeCloseTo(1, 5)
        },
      ),
    )
  })

  it('is empty where nothing is known', () => {
    const vector = vectorise(Uint32Array.of(1, 2), SMALL)

    expect(vector).toEqual({ rows: new Uint32Array(), values: new Float32Array() })
  })
})

describe('the scores', () => {
  it('are the bias plus the weights of each feature', () => {
    const sums = scores({ rows: Uint32Array.of(0, 1), values: Float32Array.of(0.5, 0.25) }, SMALL)

    expect([...sums]).toEqual([1.5, -1.5])
  })

  it('are the bias alone where nothing is known', () => {
    const sums = scores({ rows: new Uint32Array(), values: new Float32Array() }, SMALL)

    expect([...sums]).toEqual([0.5, -0.5])
  })
})

describe('the softmax', () => {
  it('gives equal sums equal shares', () => {
    expect([...softmax(Float64Array.of(7, 7))]).toEqual([0.5, 0.5])
  })

  it('does not overflow', () => {
    expect([...softmax(Float64Array.of(1e6, 0, -1e6))]).toEqual([1, 0, 0])
  })

  it('is less sure with a higher temperature', () => {
    const sums = Float64Array.of(2, 1)

    expect(softmax(sums, 3)[0]).toBeLessThan(softmax(sums, 1)[0] ?? 0)
  })

  it('adds up to 1', () => {
    const sums = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 20 })
    const temperature = fc.double({ min: 0.2, max: 5, noNaN: true })

    fc.assert(
      fc.property(sums, temperature, (values, t) => {
        const total = softmax(Float64Array.from(values), t).reduce((a, b) => a + b, 0)

        expect(total).toBeCloseTo(1, 9)
      }),
    )
  })
})

describe('the probabilities', () => {
  it('add up to 1 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const total = probabilities(topicFeatures(text), classifier).reduce((a, b) => a + b, 0)

        expect(total).toBeCloseTo(1, 9)
      }),
    )
  })

  it('are one for each label', () => {
    expect(probabilities(topicFeatures('karta'), classifier)).toHaveLength(classifier.labels.length)
  })

  it('heed the temperature', () => {
    const [calm] = probabilities(Uint32Array.of(10), { ...SMALL, temperature: 4 })
    const [sure] = probabilities(Uint32Array.of(10), SMALL)

    expect(calm).toBeLessThan(sure ?? 0)
  })
})
