import { fold } from '../polish/fold.ts'
import { type Classifier, rowOf } from './classifier.ts'
import { GRAM_BEGUN, hashOn, LONGEST_GRAM, WORD_BEGUN } from './features.ts'

/** English writes an apostrophe inside a word, or leaves it out by a slip. */
const WORD = /\p{L}+(?:['’]\p{L}+)*/gu
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** A slip in a shorter word makes another word too easily. */
const SHORTEST = 5

type Known = Pick<Classifier, 'vocabulary' | 'importance'>

/**
 * The folded text, with each word that no sample has replaced by the commonest one that is one slip away (a letter wrong,
 * missing, extra, or swapped with its neighbour), if there is one. The first letter stays: few slips fall on it, and no ending.
 * It needs no dictionary: the slips of a word are hashed and looked up among the features (the idea: Norvig 2007, "How to Write a
 * Spelling Corrector", https://norvig.com/spell-correct.html).
 */
export function respell(text: string, topics: Known): string {
  return fold(text).replace(WORD, word => (word.length < SHORTEST ? word : nearest(word, topics)))
}

function nearest(word: string, { vocabulary, importance }: Known): string {
  const rowFrom = (begun: number, more: string) => rowOf(hashOn(begun, more) >>> 0, vocabulary)
  if (rowFrom(WORD_BEGUN, word) >= 0) return word
  let best = word
  let least = Number.POSITIVE_INFINITY
  for (let at = 1; at <= word.length; at++) {
    const [before, after, rest] = [word.slice(0, at), word.slice(at), word.slice(at + 1)]
    const begun = hashOn(WORD_BEGUN, before)
    const edit = (middle: string, end: string) => {
      const row = rowFrom(begun, middle + end)
      const weight = importance[row] ?? Number.POSITIVE_INFINITY
      if (weight >= least) return
      best = before + middle + end
      least = weight
    }
    edit('', rest)
    edit(rest.charAt(0) + after.charAt(0), rest.slice(1))
    // Most letters cannot follow here, as no sample has a gram that ends so: they need not be looked at.
    const gram = hashOn(GRAM_BEGUN, `<${before}`.slice(1 - LONGEST_GRAM))
    for (const letter of LETTERS.filter(letter => rowFrom(gram, letter) >= 0)) {
      edit(letter, after)
      edit(letter, rest)
    }
  }
  return best
}
