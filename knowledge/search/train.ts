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
  /** What a feature counts that no sample has, in shares of the rarest: above 0, whoever uses unknown words is less sure. */
  readonly unknown: number
  /** Labels that a sample is wrong about by less than this stay as they are: most of them, and most of the work. */
  readonly negligible: number
  readonly features: ReadFeatures
}

/** To tell topics apart: the telling words are rare. Each value's share of the result: docs/search.md. */
export const TOPIC_TRAINING: TrainingOptions = {
  epochs: 6,
  step: 8,
  dropout: 0.5,
  smoothing: 0.1,
  rareness: 1.3,
  unknown: 0,
  negligible: 2e-3,
  features: topicFeatures,
}

/** For samples of which nothing is known beforehand. Unknown words speak against them: here most are no slips of known ones. */
export const BARE_TRAINING: TrainingOptions = { ...TOPIC_TRAINING, step: 4, rareness: 1, unknown: 1, negligible: 5e-3 }

/** To tell aspects apart: the telling words are everyday ones, and no two people draw the same line between aspects. */
export const ASPECT_TRAINING: TrainingOptions = {
  ...TOPIC_TRAINING,
  step: 3,
  rareness: 0.7,
  features: aspectFeatures,
}

/** The bias learns slower than the weights, as it moves with every sample. */
const BIAS_SHARE = 0.1

type Model = { readonly weights: Float32Array; readonly bias: Float32Array }

/**
 * Fits a classifier by stochastic gradient descent on the cross entropy, with label smoothing (Szegedy and others 2016,
 * "Rethinking the Inception Architecture") and dropout of features (Srivastava and others 2014). The same samples give
 * the same classifier, to the bit: all chance comes from a fixed generator.
 */
export function train(samples: readonly Sample[], options: TrainingOptions = TOPIC_TRAINING): Classifier {
  const labels = [...new Set(samples.map(sample => sample.label))].sort()
  const labelOf = new Map(labels.map((label, index) => [label, index]))
  const { vectors, known } = readVectors(samples, options)
  const targets = samples.map(sample => labelOf.get(sample.label) ?? 0)

  const model: Model = {
    weights: new Float32Array(known.vocabulary.length * labels.length),
    bias: new Float32Array(labels.length),
  }
  descend(vectors, targets, model, options)
  return { labels, ...known, ...quantise(model.weights, labels.length), bias: model.bias, temperature: 1 }
}

/** Apart, so that the features are gone when the training needs the memory. */
function readVectors(samples: readonly Sample[], options: TrainingOptions) {
  const found = samples.map(sample => options.features(sample.text))
  const known = readVocabulary(found, options)
  return { vectors: found.map(each => vectorise(each, known)), known }
}

function readVocabulary(
  found: readonly Uint32Array[],
  { rareness, unknown }: TrainingOptions,
): { readonly vocabulary: Uint32Array; readonly importance: Float32Array; readonly unseen: number } {
  const counts = new Map<number, number>()
  for (const each of found) for (const feature of each) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const vocabulary = Uint32Array.from(counts.keys()).sort()
  const importanceOf = (count: number): number => Math.log(1 + found.length / count) ** rareness
  const importance = Float32Array.from(vocabulary, feature => importanceOf(counts.get(feature) ?? 1))
  return { vocabulary, importance, unseen: unknown * importanceOf(1) }
}

function descend(
  vectors: readonly SparseVector[],
  targets: readonly number[],
  model: Model,
  { epochs, step, dropout, smoothing, negligible }: TrainingOptions,
): void {
  const order = vectors.map((_, index) => index)
  const random = createRandom(1)
  const room = roomFor(vectors, model.bias.length)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const length = step * (1 - epoch / epochs)
    shuffle(order, random)
    for (const sample of order) {
      const vector = vectors[sample]
      if (!vector) continue
      stepTowards(targets[sample] ?? 0, thinned(vector, dropout, random, room), model, room, {
        length,
        smoothing,
        negligible,
      })
    }
  }
}

/** What every step writes over: arrays of their own would fill the memory faster than it is cleared. */
type Room = SparseVector & { readonly errors: Float64Array; readonly moved: number[] }

function roomFor(vectors: readonly SparseVector[], labels: number): Room {
  const longest = vectors.reduce((most, { rows }) => Math.max(most, rows.length), 0)
  return {
    rows: new Uint32Array(longest),
    values: new Float32Array(longest),
    errors: new Float64Array(labels),
    moved: [],
  }
}

/** The vector without a random share of its features, of unit length again. Stands in `room`. */
function thinned({ rows, values }: SparseVector, share: number, random: () => number, room: Room): SparseVector {
  let size = 0
  let squares = 0
  for (let index = 0; index < rows.length; index++) {
    if (random() < share) continue
    const value = values[index] ?? 0
    room.rows[size] = rows[index] ?? 0
    room.values[size] = value
    size++
    squares += value * value
  }
  const length = Math.sqrt(squares) || 1
  for (let index = 0; index < size; index++) room.values[index] = (room.values[index] ?? 0) / length
  return { rows: room.rows.subarray(0, size), values: room.values.subarray(0, size) }
}

/** One step down the slope of the cross entropy of one sample. */
function stepTowards(
  target: number,
  vector: SparseVector,
  { weights, bias }: Model,
  { errors, moved }: Room,
  { length, smoothing, negligible }: Pick<TrainingOptions, 'smoothing' | 'negligible'> & { readonly length: number },
): void {
  softmax(scores(vector, { weights, bias }, errors), 1, errors)
  moved.length = 0
  for (let label = 0; label < errors.length; label++) {
    const wanted = (label === target ? 1 - smoothing : 0) + smoothing / errors.length
    const error = (errors[label] ?? 0) - wanted
    errors[label] = length * error
    if (Math.abs(error) > negligible) moved.push(label)
  }
  for (const label of moved) bias[label] = (bias[label] ?? 0) - BIAS_SHARE * (errors[label] ?? 0)
  const { rows, values } = vector
  for (let index = 0; index < rows.length; index++) {
    const start = (rows[index] ?? 0) * errors.length
    const value = values[index] ?? 0
    for (const label of moved) {
      weights[start + label] = (weights[start + label] ?? 0) - value * (errors[label] ?? 0)
    }
  }
}
