import { type Classifier, scores, softmax, vectorise } from './classifier.ts'
import type { ReadFeatures } from './features.ts'
import { createRandom } from './random.ts'
import { type Sample, TOPIC_TRAINING, type TrainingOptions, train } from './train.ts'

/** Share of the samples that are held out to fit the temperature. */
const HELD_OUT = 0.2

/** Fewer samples than this say nothing about how sure to be; the temperature then stays 1. */
const FEWEST_SAMPLES = 50

/**
 * Trains on all samples, with the temperature that fits best on a fifth of them when it was not trained on
 * (temperature scaling: Guo, Pleiss, Sun, Weinberger 2017, "On Calibration of Modern Neural Networks").
 */
export function trainCalibrated(samples: readonly Sample[], options: TrainingOptions = TOPIC_TRAINING): Classifier {
  const temperature = rehearsedTemperature(samples, options)
  return { ...train(samples, options), temperature }
}

function rehearsedTemperature(samples: readonly Sample[], options: TrainingOptions): number {
  const random = createRandom(2)
  const isHeldOut = samples.map(() => random() < HELD_OUT)
  const heldOut = samples.filter((_, index) => isHeldOut[index])
  if (heldOut.length < FEWEST_SAMPLES) return 1
  const rehearsal = train(
    samples.filter((_, index) => !isHeldOut[index]),
    options,
  )
  return bestTemperature(rehearsal, heldOut, options.features)
}

/** The temperature with the lowest cross entropy on samples that the classifier was not trained on. */
export function bestTemperature(classifier: Classifier, heldOut: readonly Sample[], features: ReadFeatures): number {
  const judged = heldOut.flatMap(sample => {
    const label = classifier.labels.indexOf(sample.label)
    return label < 0 ? [] : [{ label, sums: scores(vectorise(features(sample.text), classifier), classifier) }]
  })
  const loss = (temperature: number): number =>
    judged.reduce((sum, { label, sums }) => sum - Math.log(Math.max(softmax(sums, temperature)[label] ?? 0, 1e-12)), 0)
  return lowest(loss, 0.2, 5)
}

/** Golden-section search for the lowest value of a function with one valley. */
function lowest(value: (at: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2
  let [left, right] = [from, to]
  while (right - left > 0.01) {
    const [a, b] = [right - ratio * (right - left), left + ratio * (right - left)]
    if (value(a) < value(b)) right = b
    else left = a
  }
  return (left + right) / 2
}
