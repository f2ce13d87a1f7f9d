import { type Classifier, type SparseVector, scores, softmax, vectorise } from './classifier.ts'
import { features, type Language } from './features.ts'

/** A question of which we know what it is about. */
export type Sample = { readonly text: string; readonly label: string }

export type TrainingOptions = {
  /** Passes over the samples. */
  readonly epochs: number
  /** Length of the first step; it falls to nothing along a straight line. */
  readonly step: number
  /** Features that fewer samples show are left out. */
  readonly rarest: number
  readonly language: Language
}

/** The bias learns slower than the weights, as it moves with every sample. */
const BIAS_SHARE = 0.1

/** Measured with samples of some voices held out; see docs/search.md. */
export const TRAINING: TrainingOptions = { epochs: 8, step: 7, rarest: 2, language: 'pl' }

/**
 * Fits a classifier by stochastic gradient descent on the cross entropy. The same samples give the same classifier, to
 * the bit: the order of the passes comes from a fixed generator.
 */
export function train(samples: readonly Sample[], options: TrainingOptions = TRAINING): Classifier {
  const labels = [...new Set(samples.map(sample => sample.label))].sort()
  const labelOf = new Map(labels.map((label, index) => [label, index]))
  const found = samples.map(sample => features(sample.text, options.language))
  const { vocabulary, importance } = readVocabulary(found, options.rarest)
  const vectors = found.map(each => vectorise(each, { vocabulary, importance }))
  const targets = samples.map(sample => labelOf.get(sample.label) ?? 0)

  const weights = new Float32Array(vocabulary.length * labels.length)
  const bias = new Float32Array(labels.length)
  descend(vectors, targets, { weights, bias }, options)
  return { labels, vocabulary, importance, weights: Float16Array.from(weights), bias, temperature: 1 }
}

function readVocabulary(
  found: readonly Uint32Array[],
  rarest: number,
): { readonly vocabulary: Uint32Array; readonly importance: Float32Array } {
  const counts = new Map<number, number>()
  for (const each of found) for (const feature of each) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= rarest).sort(([a], [b]) => a - b)
  return {
    vocabulary: Uint32Array.from(kept, ([feature]) => feature),
    importance: Float32Array.from(kept, ([, count]) => Math.log(1 + found.length / count)),
  }
}

function descend(
  vectors: readonly SparseVector[],
  targets: readonly number[],
  model: { readonly weights: Float32Array; readonly bias: Float32Array },
  { epochs, step }: TrainingOptions,
): void {
  const order = vectors.map((_, index) => index)
  const random = createRandom(1)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const length = step * (1 - epoch / epochs)
    shuffle(order, random)
    for (const sample of order) {
      const vector = vectors[sample]
      if (vector) stepTowards(targets[sample] ?? 0, vector, model, length)
    }
  }
}

/** One step down the slope of the cross entropy of one sample. */
function stepTowards(
  target: number,
  vector: SparseVector,
  { weights, bias }: { readonly weights: Float32Array; readonly bias: Float32Array },
  length: number,
): void {
  const errors = softmax(scores(vector, { weights, bias }))
  errors[target] = (errors[target] ?? 0) - 1
  for (let label = 0; label < errors.length; label++) {
    bias[label] = (bias[label] ?? 0) - length * BIAS_SHARE * (errors[label] ?? 0)
  }
  for (const [index, row] of vector.rows.entries()) {
    const start = row * errors.length
    const reach = length * (vector.values[index] ?? 0)
    for (let label = 0; label < errors.length; label++) {
      weights[start + label] = (weights[start + label] ?? 0) - reach * (errors[label] ?? 0)
    }
  }
}

/** Fisher and Yates. */
function shuffle(list: number[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const moved = list[last] ?? 0
    list[last] = list[other] ?? 0
    list[other] = moved
  }
}

/** Mulberry32, a small generator with a seed (Tommy Ettinger, public domain). Numbers from 0 to below 1. */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
