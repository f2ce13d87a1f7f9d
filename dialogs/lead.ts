import { words } from '../knowledge/polish/words.ts'
import { type Classifier, scores, vectorise } from '../knowledge/search/classifier.ts'
import { topicFeatures } from '../knowledge/search/features.ts'
import { respell } from '../knowledge/search/respell.ts'

/** Why the likeliest label comes before the runner-up. */
export type Lead = {
  readonly first: string
  readonly second: string
  /** Most telling first. With their signs dropped, the shares of a question add up to 1 at most. */
  readonly shares: readonly Share[]
}

/** What one word as the search reads it with its n-grams, or a pair of neighbours, speaks for: above 0 for the first label, below for the second. */
export type Share = { readonly words: string; readonly share: number }

/** Takes the lead of the likeliest label apart into what each word gives to it. Gives nothing with fewer than two labels. */
export function leadOf(question: string, topics: Classifier): Lead | undefined {
  const read = respell(question, topics)
  const vector = vectorise(topicFeatures(read), topics)
  const [first, second] = twoHighest(scores(vector, topics))
  if (first === undefined || second === undefined) return undefined
  const given = new Map(
    Array.from(vector.rows, (row, index) => {
      const start = row * topics.labels.length
      const difference = (topics.weights[start + first] ?? 0) - (topics.weights[start + second] ?? 0)
      return [topics.vocabulary[row] ?? 0, (vector.values[index] ?? 0) * (topics.scale[row] ?? 0) * difference] as const
    }),
  )
  const total = [...given.values()].reduce((sum, each) => sum + Math.abs(each), 0) || 1
  const shares = partsOf(read).map(part => ({ words: part, share: take(given, part) / total }))
  return {
    first: topics.labels[first] ?? '',
    second: topics.labels[second] ?? '',
    shares: shares.filter(({ share }) => share !== 0).sort((a, b) => Math.abs(b.share) - Math.abs(a.share)),
  }
}

/** Words first, so that what is left of a pair is the pair itself. */
function partsOf(question: string): readonly string[] {
  const all = words(question)
  return [...new Set([...all, ...all.slice(1).map((word, index) => `${all[index]} ${word}`)])]
}

/** The sum of what the features of a part give; each feature counts for the first part that has it. */
function take(given: Map<number, number>, part: string): number {
  let sum = 0
  for (const feature of topicFeatures(part)) {
    sum += given.get(feature) ?? 0
    given.delete(feature)
  }
  return sum
}

function twoHighest(sums: Float64Array): readonly number[] {
  return [...sums.keys()].sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0)).slice(0, 2)
}
