/**
 * A multinomial logistic regression over sparse features: the probability of a label is the softmax of the sum of its
 * weights for the features at hand. Training is in `train.ts`.
 */
export type Classifier = {
  readonly labels: readonly string[]
  /** Sorted feature hashes; the row of a feature in `weights` is its place here. */
  readonly vocabulary: Uint32Array
  /** How much a feature counts: its inverse document frequency. One for each row. */
  readonly importance: Float32Array
  /** How much a feature counts that no sample has. */
  readonly unseen: number
  /** Row by row, one weight for each label, in units of the row's `scale`. */
  readonly weights: Int8Array
  /** What one unit of a weight is worth. One for each row. */
  readonly scale: Float32Array
  /** One for each label. */
  readonly bias: Float32Array
  /** Divides the sums before the softmax, so that probabilities are calibrated. Fitted by `calibrate.ts`. */
  readonly temperature: number
}

/** A question as the classifier sees it: rows of its known features, and their values, of at most unit length together. */
export type SparseVector = { readonly rows: Uint32Array; readonly values: Float32Array }

/**
 * Keeps the features that the vocabulary knows, weighted by importance and scaled to unit length together with the others:
 * where those count, the less of a question is known, the shorter its vector, and the less sure the classifier.
 */
export function vectorise(
  features: Uint32Array,
  { vocabulary, importance, unseen }: Pick<Classifier, 'vocabulary' | 'importance' | 'unseen'>,
): SparseVector {
  const rows = new Uint32Array(features.length)
  const values = new Float32Array(features.length)
  let size = 0
  let squares = 0
  for (const feature of features) {
    const row = rowOf(feature, vocabulary)
    if (row < 0) continue
    const value = importance[row] ?? 0
    rows[size] = row
    values[size] = value
    squares += value * value
    size++
  }
  const length = Math.sqrt(squares + (features.length - size) * unseen ** 2) || 1
  for (let index = 0; index < size; index++) values[index] = (values[index] ?? 0) / length
  return { rows: rows.subarray(0, size), values: values.subarray(0, size) }
}

/** The sums before the softmax, one for each label, written to `sums`. Without `scale`, weights are worth what they say. */
export function scores(
  vector: SparseVector,
  {
    weights,
    scale,
    bias,
  }: { readonly weights: Int8Array | Float32Array; readonly scale?: Float32Array; readonly bias: Float32Array },
  sums: Float64Array = new Float64Array(bias.length),
): Float64Array {
  sums.set(bias)
  for (let index = 0; index < vector.rows.length; index++) {
    const row = vector.rows[index] ?? 0
    const value = (vector.values[index] ?? 0) * (scale?.[row] ?? 1)
    const start = row * sums.length
    for (let label = 0; label < sums.length; label++) {
      sums[label] = (sums[label] ?? 0) + value * (weights[start + label] ?? 0)
    }
  }
  return sums
}

/** Calibrated probability of each label; they add up to 1. */
export function probabilities(features: Uint32Array, classifier: Classifier): Float64Array {
  return softmax(scores(vectorise(features, classifier), classifier), classifier.temperature)
}

/** Shares that add up to 1, written to `shares`: each the exponential of its sum over the temperature. */
export function softmax(
  sums: Float64Array,
  temperature = 1,
  shares: Float64Array = new Float64Array(sums.length),
): Float64Array {
  let highest = Number.NEGATIVE_INFINITY
  for (const sum of sums) if (sum > highest) highest = sum
  let total = 0
  for (let label = 0; label < sums.length; label++) {
    const share = Math.exp(((sums[label] ?? 0) - highest) / temperature)
    shares[label] = share
    total += share
  }
  for (let label = 0; label < sums.length; label++) shares[label] = (shares[label] ?? 0) / total
  return shares
}

/**
 * Place of `feature` in the sorted `vocabulary`, or -1. Hashes are spread evenly, so that it is looked for where it would stand on a
 * straight line (interpolation search; Perl, Itai, Avni 1978): four looks instead of seventeen.
 */
export function rowOf(feature: number, vocabulary: Uint32Array): number {
  let low = 0
  let high = vocabulary.length - 1
  while (low <= high) {
    const first = vocabulary[low] ?? 0
    const last = vocabulary[high] ?? 0
    if (feature < first || feature > last) return -1
    const middle = last === first ? low : low + Math.floor(((feature - first) / (last - first)) * (high - low))
    const there = vocabulary[middle] ?? 0
    if (there === feature) return middle
    if (there < feature) low = middle + 1
    else high = middle - 1
  }
  return -1
}
