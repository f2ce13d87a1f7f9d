import { words } from '../../../knowledge/polish/words.ts'
import type { Sample } from '../../../knowledge/search/train.ts'
import { createRandom } from '../../fixtures/personal-data/random.ts'
import type { Peer } from './peer.ts'

// The recipe to beat, kept as it was when the measuring began: whatever becomes of the search, this stays. A multinomial
// logistic regression over word 1–2-grams and character 2–5-grams inside words, all folded, by gradient descent.

const EPOCHS = 8
const STEP = 7
const BIAS_SHARE = 0.1
const RAREST = 2

/** Rows of the features that are known, and their values. */
type Vector = { readonly rows: Uint32Array; readonly values: Float64Array }

type Model = { readonly weights: Float32Array; readonly bias: Float32Array }

export function trainReference(samples: readonly Sample[]): Peer {
  const labels = [...new Set(samples.map(({ label }) => label))].sort()
  const found = samples.map(({ text }) => featuresOf(text))
  const known = readRows(found)
  const vectors = found.map(each => vectorOf(each, known, samples.length))
  const targets = samples.map(({ label }) => labels.indexOf(label))
  const model: Model = {
    weights: new Float32Array(known.size * labels.length),
    bias: new Float32Array(labels.length),
  }
  const random = createRandom(1)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const sample of shuffled(samples.length, random.below)) {
      const vector = vectors[sample]
      if (vector) learn(vector, targets[sample] ?? 0, model, STEP * (1 - epoch / EPOCHS))
    }
  }
  return {
    name: 'the reference',
    isProbability: true,
    rank(text) {
      const all = chances(vectorOf(featuresOf(text), known, samples.length), model)
      return labels.map((label, index) => ({ label, score: all[index] ?? 0 })).sort((a, b) => b.score - a.score)
    },
  }
}

function featuresOf(text: string): ReadonlySet<string> {
  const all = words(text)
  const found = new Set<string>()
  for (const [index, word] of all.entries()) {
    found.add(`${word} `)
    if (index > 0) found.add(`${all[index - 1]} ${word} `)
    const bordered = `<${word}>`
    for (const size of [2, 3, 4, 5]) {
      for (let at = 0; at + size <= bordered.length; at++) found.add(bordered.slice(at, at + size))
    }
  }
  return found
}

/** Row and number of samples of each feature that is not too rare. */
type Rows = ReadonlyMap<string, { readonly row: number; readonly count: number }>

function readRows(found: readonly ReadonlySet<string>[]): Rows {
  const counts = new Map<string, number>()
  for (const each of found) for (const feature of each) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= RAREST)
  return new Map(kept.map(([feature, count], row) => [feature, { row, count }]))
}

/** Known features by their inverse document frequency, of unit length together. */
function vectorOf(features: ReadonlySet<string>, known: Rows, samples: number): Vector {
  const here = [...features].flatMap(feature => known.get(feature) ?? [])
  const values = Float64Array.from(here, ({ count }) => Math.log(1 + samples / count))
  const length = Math.hypot(...values) || 1
  return { rows: Uint32Array.from(here, ({ row }) => row), values: values.map(value => value / length) }
}

function chances({ rows, values }: Vector, { weights, bias }: Model): Float64Array {
  const sums = Float64Array.from(bias)
  for (const [index, row] of rows.entries()) {
    const value = values[index] ?? 0
    const start = row * sums.length
    for (let label = 0; label < sums.length; label++) {
      sums[label] = (sums[label] ?? 0) + value * (weights[start + label] ?? 0)
    }
  }
  const highest = sums.reduce((a, b) => Math.max(a, b))
  const raised = sums.map(sum => Math.exp(sum - highest))
  const total = raised.reduce((a, b) => a + b)
  return raised.map(value => value / total)
}

/** One step down the slope of the cross entropy of one sample. */
function learn(vector: Vector, target: number, model: Model, step: number): void {
  const errors = chances(vector, model)
  errors[target] = (errors[target] ?? 0) - 1
  const { weights, bias } = model
  for (let label = 0; label < errors.length; label++) {
    bias[label] = (bias[label] ?? 0) - step * BIAS_SHARE * (errors[label] ?? 0)
  }
  for (const [index, row] of vector.rows.entries()) {
    const start = row * errors.length
    const reach = step * (vector.values[index] ?? 0)
    for (let label = 0; label < errors.length; label++) {
      weights[start + label] = (weights[start + label] ?? 0) - reach * (errors[label] ?? 0)
    }
  }
}

function shuffled(count: number, below: (limit: number) => number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last--) {
    const other = below(last + 1)
    const moved = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = moved
  }
  return order
}
