import { describe, expect, it } from '@jest/globals'
import { bestTemperature, trainCalibrated } from '../../../knowledge/search/calibrate.ts'
import { type Classifier, probabilities } from '../../../knowledge/search/classifier.ts'
import { topicFeatures } from '../../../knowledge/search/features.ts'
import { type Sample, train } from '../../../knowledge/search/train.ts'
import { HELD_OUT_QUESTIONS, TOY_QUESTIONS } from './toy-questions.ts'

const classifier = train(TOY_QUESTIONS)

/** The held-out questions, every third of which has a wrong label: whoever is sure of all of them is too sure. */
const DOUBTFUL: readonly Sample[] = HELD_OUT_QUESTIONS.map((sample, index) =>
  index % 3 === 0 ? { ...sample, label: sample.label === 'office-hours' ? 'parking-card' : 'office-hours' } : sample,
)
const HOPELESS: readonly Sample[] = HELD_OUT_QUESTIONS.map(sample => ({
  ...sample,
  label: sample.label === 'office-hours' ? 'parking-card' : 'office-hours',
}))

function loss(temperature: number, samples: readonly Sample[], trained: Classifier = classifier): number {
  return samples.reduce((sum, { text, label }) => {
    const chances = probabilities(topicFeatures(text), { ...trained, temperature })
    return sum - Math.log(chances[trained.labels.indexOf(label)] ?? 0)
  }, 0)
}

describe('the best temperature', () => {
  it.each([
    ['all are right', HELD_OUT_QUESTIONS],
    ['a third is wrong', DOUBTFUL],
    ['all are wrong', HOPELESS],
  ])('is between 0.2 and 5 where %s', (_, samples) => {
    const temperature = bestTemperature(classifier, samples, topicFeatures)

    expect(temperature).toBeGreaterThanOrEqual(0.2)
    expect(temperature).toBeLessThanOrEqual(5)
  })

  it.each([
    ['all are right', HELD_OUT_QUESTIONS],
    ['a third is wrong', DOUBTFUL],
    ['all are wrong', HOPELESS],
  ])('has a lower loss than 1 where %s', (_, samples) => {
    const temperature = bestTemperature(classifier, samples, topicFeatures)

    expect(loss(temperature, samples)).toBeLessThan(loss(1, samples))
  })

  it('has the lowest loss of all', () => {
    const temperature = bestTemperature(classifier, DOUBTFUL, topicFeatures)

    const others = Array.from({ length: 49 }, (_, index) => loss(0.2 + index * 0.1, DOUBTFUL))
    expect(loss(temperature, DOUBTFUL)).toBeLessThanOrEqual(Math.min(...others) + 1e-3)
  })

  it('is higher where the classifier is too sure', () => {
    expect(bestTemperature(classifier, DOUBTFUL, topicFeatures)).toBeGreaterThan(
      bestTemperature(classifier, HELD_OUT_QUESTIONS, topicFeatures),
    )
  })

  it('does not depend on samples with a foreign label', () => {
    const foreign = { text: 'coś całkiem innego', label: 'foreign' }

    expect(bestTemperature(classifier, [...DOUBTFUL, foreign], topicFeatures)).toBe(
      bestTemperature(classifier, DOUBTFUL, topicFeatures),
    )
  })
})

describe('calibrated training', () => {
  it('leaves the temperature at 1 with few samples', () => {
    expect(trainCalibrated(TOY_QUESTIONS).temperature).toBe(1)
  })

  it('fits the temperature once enough samples are held out', () => {
    const { temperature } = trainCalibrated(manyTimes(TOY_QUESTIONS))

    expect(temperature).not.toBe(1)
    expect(temperature).toBeGreaterThanOrEqual(0.2)
    expect(temperature).toBeLessThanOrEqual(5)
  })

  it('keeps what all samples teach', () => {
    const samples = manyTimes(TOY_QUESTIONS)

    expect({ ...trainCalibrated(samples), temperature: 1 }).toEqual(train(samples))
  })

  it('gives the same temperature each time', () => {
    const samples = manyTimes(TOY_QUESTIONS)

    expect(trainCalibrated(samples).temperature).toBe(trainCalibrated(samples).temperature)
  })
})

/** Enough for a fifth of them to be 50. */
function manyTimes(samples: readonly Sample[]): readonly Sample[] {
  return Array.from({ length: 14 }, () => samples).flat()
}
