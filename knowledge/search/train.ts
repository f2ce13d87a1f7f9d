import { type Classifier, type SparseVector, scores, softmax, vectorise } from './classifier.ts'
import { aspectFeatures, type ReadFeatures, topicFeatures } from './features.ts'
import { quantise } from './quantise.ts'
import { createRandom, shuffle } from './random.ts'

/** A question of which we know what it is about. */
export type Sample = { readonly text: string; readonly label: string }

export type TrainingOptions = {
  /** Passes over the samples. */
  readonly epochs: number
  /** Length of the first step; it falls to nothing along a straight line. */
  readonly step: number
  /** Share of a sample's features that are hidden in each pass, so that no single word decides. */
  readonly dropout: number
  /** Part of the certainty that is spread over all labels, as no sample is beyond doubt. */
  readonly smoothing: number
  /** Power of the inverse document frequency: above 1, rare features count for more. */
  readonly rareness: number
  readonly features: ReadFeatures
}

/** To tell topics apart: the telling words are rare. Each value's share of the result: docs/search.md. */
export const TOPIC_TRAINING: TrainingOptions = {
  epochs: 6,
  step: 8,
  dropout: 0.5,
  smoothing: 0.1,
  rareness: 1.3,
  features: topicFeatures,
}

/** To tell aspects apart: the telling words are everyday ones, and no two people draw the same line between aspects. */
export const ASPECT_TRAINING: TrainingOptions = {
  ...TOPIC_TRAINING,
  step: 3,
  rareness: 0.7,
  features: aspectFeatures,
}

/** The bias learns slower than the weights, as it moves with every sample. */
const BIAS_SHARE = 0.1

/** Labels that a sample is wrong about by less than this stay as they are: most of them, and most of the work. */
const NEGLIGIBLE = 2e-3

type Model = { readonly weights: Float32Array; readonly bias: Float32Array }

/**
 * Fits a classifier by stochastic gradient descent on the cross entropy, with label smoothing (Szegedy and others 2016,
 * "Rethinking the Inception Architecture") and dropout of features (Srivastava and others 2014). The same samples give
 * the same classifier, to the bit: all chance comes from a fixed generator.
 */
export function train(samples: readonly Sample[], options: TrainingOptions = TOPIC_TRAINING): Classifier {
  const labels = [...new Set(samples.map(sample => sample.label))].sort()
  const labelOf = new Map(labels.map((label, index) => [label, index]))
  const found = samples.map(sample => options.features(sample.text))
  const known = readVocabulary(found, options.rareness)
  const vectors = found.map(each => vectorise(each, known))
  const targets = samples.map(sample => labelOf.get(sample.label) ?? 0)

  const model: Model = {
    weights: new Float32Array(known.vocabulary.length * labels.length),
    bias: new Float32Array(labels.length),
  }
  descend(vectors, targets, model, options)
  return { labels, ...known, ...quantise(model.weights, labels.length), bias: model.bias, temperature: 1 }
}

function readVocabulary(
  found: readonly Uint32Array[],
  rareness: number,
): { readonly vocabulary: Uint32Array; readonly importance: Float32Array } {
  const counts = new Map<number, number>()
  for (const each of found) for (const feature of each) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const vocabulary = Uint32Array.from(counts.keys()).sort()
  const importance = Float32Array.from(
    vocabulary,
    feature => Math.log(1 + found.length / (counts.get(feature) ?? 1)) ** rareness,
  )
  return { vocabulary, importance }
}

function descend(
  vectors: readonly SparseVector[],
  targets: readonly number[],
  model: Model,
  { epochs, step, dropout, smoothing }: TrainingOptions,
): void {
  const order = vectors.map((_, index) => index)
  const random = createRandom(1)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const length = step * (1 - epoch / epochs)
    shuffle(order, random)
    for (const sample of order) {
      const vector = vectors[sample]
      if (vector) stepTowards(targets[sample] ?? 0, thinned(vector, dropout, random), model, { length, smoothing })
    }
  }
}

/** The vector without a random share of its features, of unit length again. */
function thinned({ rows, values }: SparseVector, share: number, random: () => number): SparseVector {
  const keptRows: number[] = []
  const keptValues: number[] = []
  let squares = 0
  for (let index = 0; index < rows.length; index++) {
    if (random() < share) continue
    const value = values[index] ?? 0
    keptRows.push(rows[index] ?? 0)
    keptValues.push(value)
    squares += value * value
  }
  const length = Math.sqrt(squares) || 1
  return { rows: Uint32Array.from(keptRows), values: Float32Array.from(keptValues, value => value / length) }
}

/** One step down the slope of the cross entropy of one sample. */
function stepTowards(
  target: number,
  { rows, values }: SparseVector,
  { weights, bias }: Model,
  { length, smoothing }: { readonly length: number; readonly smoothing: number },
): void {
  const errors = softmax(scores({ rows, values }, { weights, bias }))
  const moved: number[] = []
  for (let label = 0; label < errors.length; label++) {
    const wanted = (label === target ? 1 - smoothing : 0) + smoothing / errors.length
    const error = (errors[label] ?? 0) - wanted
    errors[label] = length * error
    if (Math.abs(error) > NEGLIGIBLE) moved.push(label)
  }
  for (const label of moved) bias[label] = (bias[label] ?? 0) - BIAS_SHARE * (errors[label] ?? 0)
  for (let index = 0; index < rows.length; index++) {
    const start = (rows[index] ?? 0) * errors.length
    const value = values[index] ?? 0
    for (const label of moved) {
      weights[start + label] = (weights[start + label] ?? 0) - value * (errors[label] ?? 0)
    }
  }
}
