import { withoutCourtesies } from '../polish/courtesies.ts'
import { words } from '../polish/words.ts'

/** English drops the apostrophe inside a word, so that "don't" and "dont" are one; Polish writes none. */
export type Language = 'pl' | 'en'

const SHORTEST_GRAM = 2
const LONGEST_GRAM = 5

/** Letters that stand for a word without its ending. */
const STEMS = [4, 5]

/** Words in a run. */
const RUNS = [2, 3]

const APOSTROPHES = /(?<=\p{L})['’](?=\p{L})/gu

/** What a classifier reads of a question: sorted hashes, each once, however often it stands there. */
export type ReadFeatures = (question: string) => Uint32Array

/**
 * What tells topics apart: words, pairs of neighbouring words, and the character 2–5-grams inside each word with its
 * borders marked, all folded; in Polish without courtesies. Each is a 32-bit hash; with some 10⁵ different ones a collision is rare enough not to show
 * in the measurements.
 */
export function topicFeatures(question: string, language: Language = 'pl'): Uint32Array {
  const found: string[] = []
  const all = language === 'en' ? words(question.replace(APOSTROPHES, '')) : withoutCourtesies(words(question))
  for (const [index, word] of all.entries()) {
    found.push(`w ${word}`)
    if (index > 0) found.push(`p ${all[index - 1]} ${word}`)
    const bordered = `<${word}>`
    for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
      for (let start = 0; start + size <= bordered.length; start++) {
        found.push(`c ${bordered.slice(start, start + size)}`)
      }
    }
  }
  return hashes(found)
}

/**
 * What tells aspects apart is how the question is put: words, their beginnings (as endings vary), and runs of two and
 * three words, the ends of the question marked.
 */
export function aspectFeatures(question: string): Uint32Array {
  const all = ['^', ...withoutCourtesies(words(question)), question.includes('?') ? '?' : '$']
  return hashes(
    all.flatMap((word, index) => [
      `w ${word}`,
      ...STEMS.map(length => `s ${word.slice(0, length)}`),
      ...RUNS.filter(length => index + length <= all.length).map(
        length => `r ${all.slice(index, index + length).join(' ')}`,
      ),
    ]),
  )
}

function hashes(found: readonly string[]): Uint32Array {
  return Uint32Array.from(new Set(found.map(hash))).sort()
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(feature: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < feature.length; index++) {
    value = Math.imul(value ^ feature.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}
