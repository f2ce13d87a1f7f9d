import { withoutCourtesies } from '../polish/courtesies.ts'
import { words } from '../polish/words.ts'

/** English drops the apostrophe inside a word, so that "don't" and "dont" are one; Polish writes none. */
export type Language = 'pl' | 'en'

/** Characters of the longest gram. */
export const LONGEST_GRAM = 5

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
  const found: number[] = []
  const all = language === 'en' ? words(question.replace(APOSTROPHES, '')) : withoutCourtesies(words(question))
  for (const [index, word] of all.entries()) {
    found.push(hashOn(WORD_BEGUN, word) >>> 0)
    if (index > 0) found.push(hash(`p ${all[index - 1]} ${word}`))
    addGrams(`<${word}>`, found)
  }
  return sorted(found)
}

/** Adds the hashes of the grams of a word, of two letters and more; a longer one goes on from the shorter. */
function addGrams(bordered: string, found: number[]): void {
  for (let start = 0; start + 1 < bordered.length; start++) {
    const end = Math.min(start + LONGEST_GRAM, bordered.length)
    let value = GRAM_BEGUN
    for (let next = start; next < end; next++) {
      value = hashOn(value, bordered.charAt(next))
      if (next > start) found.push(value >>> 0)
    }
  }
}

/**
 * What tells aspects apart is how the question is put: words, their beginnings (as endings vary), and runs of two and
 * three words, the ends of the question marked.
 */
export function aspectFeatures(question: string): Uint32Array {
  const all = ['^', ...withoutCourtesies(words(question)), question.includes('?') ? '?' : '$']
  return sorted(
    all.flatMap((word, index) =>
      [
        `w ${word}`,
        ...STEMS.map(length => `s ${word.slice(0, length)}`),
        ...RUNS.filter(length => index + length <= all.length).map(
          length => `r ${all.slice(index, index + length).join(' ')}`,
        ),
      ].map(hash),
    ),
  )
}

/** Sorted, each once. */
function sorted(hashes: readonly number[]): Uint32Array {
  const all = Uint32Array.from(hashes).sort()
  return all.filter((hash, index) => hash !== all[index - 1])
}

const OFFSET_BASIS = 0x811c9dc5

/** Going on from it with a folded word, or with a gram, gives the feature that this is. */
export const WORD_BEGUN = hashOn(OFFSET_BASIS, 'w ')
export const GRAM_BEGUN = hashOn(OFFSET_BASIS, 'c ')

/** FNV-1a, 32 bits (Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(feature: string): number {
  return hashOn(OFFSET_BASIS, feature) >>> 0
}

/** The hash of what `begun` is the hash of and `more` together, signed. */
export function hashOn(begun: number, more: string): number {
  let value = begun
  for (let index = 0; index < more.length; index++) value = Math.imul(value ^ more.charCodeAt(index), 0x01000193)
  return value
}
