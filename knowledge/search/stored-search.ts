import type { Classifier } from './classifier.ts'
import type { TrainedSearch } from './search.ts'

// Layout: length of the header (32 bits, little endian), header (JSON: labels, sizes, single values), then for each
// classifier vocabulary, importance, scale, bias and weights, each padded to 8 bytes.

const ALIGNMENT = 8

type Header = {
  readonly topics: ClassifierHeader
  readonly aspects?: ClassifierHeader
}
type ClassifierHeader = {
  readonly labels: readonly string[]
  readonly rows: number
  readonly temperature: number
  readonly unseen: number
}

/** Writes a trained search as bytes. */
export function storeSearch(search: TrainedSearch): Uint8Array {
  const header: Header = {
    topics: headerOf(search.topics),
    ...(search.aspects ? { aspects: headerOf(search.aspects) } : {}),
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const classifiers = search.aspects ? [search.topics, search.aspects] : [search.topics]
  return join([Uint32Array.of(text.length), text, ...classifiers.flatMap(partsOf)])
}

/** Reads what `storeSearch` wrote. The arrays share memory with `bytes`, so nothing is copied. */
export function readSearch(bytes: Uint8Array): TrainedSearch {
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : Uint8Array.from(bytes)
  let offset = aligned.byteOffset
  const take = (length: number): number => {
    const start = offset
    offset += padded(length)
    return start
  }
  const length = new Uint32Array(aligned.buffer, take(4), 1)[0] ?? 0
  const header: Header = JSON.parse(new TextDecoder().decode(new Uint8Array(aligned.buffer, take(length), length)))
  const classifier = ({ labels, rows, temperature, unseen }: ClassifierHeader): Classifier => ({
    labels,
    temperature,
    unseen,
    vocabulary: new Uint32Array(aligned.buffer, take(rows * 4), rows),
    importance: new Float32Array(aligned.buffer, take(rows * 4), rows),
    scale: new Float32Array(aligned.buffer, take(rows * 4), rows),
    bias: new Float32Array(aligned.buffer, take(labels.length * 4), labels.length),
    weights: new Int8Array(aligned.buffer, take(rows * labels.length), rows * labels.length),
  })
  const topics = classifier(header.topics)
  return header.aspects ? { topics, aspects: classifier(header.aspects) } : { topics }
}

function headerOf({ labels, vocabulary, temperature, unseen }: Classifier): ClassifierHeader {
  return { labels, rows: vocabulary.length, temperature, unseen }
}

function partsOf({ vocabulary, importance, scale, bias, weights }: Classifier): readonly ArrayBufferView[] {
  return [vocabulary, importance, scale, bias, weights]
}

function join(parts: readonly ArrayBufferView[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.byteLength), 0))
  let offset = 0
  for (const part of parts) {
    whole.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offset)
    offset += padded(part.byteLength)
  }
  return whole
}

function padded(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT
}
