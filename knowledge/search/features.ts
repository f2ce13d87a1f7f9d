import { words } from '../polish/words.ts'

/** English drops the apostrophe inside a word, so that "don't" and "dont" are one; Polish writes none. */
export type Language = 'pl' | 'en'

const SHORTEST_GRAM = 2
const LONGEST_GRAM = 5
const APOSTROPHES = /(?<=\p{L})['’](?=\p{L})/gu

/**
 * The features of a question: its words, its pairs of neighbouring words, and the character 2–5-grams inside each word
 * with its borders marked, all folded. Each is a 32-bit hash; with some 10⁵ different ones a collision is rare enough
 * not to show in the measurements. Each feature counts once, however often it stands in the question.
 */
export function features(question: string, language: Language = 'pl'): Uint32Array {
  const found = new Set<number>()
  const all = words(language === 'en' ? question.replace(APOSTROPHES, '') : question)
  for (const [index, word] of all.entries()) {
    found.add(hash(`w ${word}`))
    if (index > 0) found.add(hash(`p ${all[index - 1]} ${word}`))
    const bordered = `<${word}>`
    for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
      for (let start = 0; start + size <= bordered.length; start++) {
        found.add(hash(`c ${bordered.slice(start, start + size)}`))
      }
    }
  }
  return Uint32Array.from(found).sort()
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(feature: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < feature.length; index++) {
    value = Math.imul(value ^ feature.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}
