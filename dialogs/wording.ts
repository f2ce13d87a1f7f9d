import { isSpelledLike } from '../knowledge/polish/spelled-like.ts'

/**
 * A way of saying something, in folded words. In each list commas separate alternatives, an alternative may be several
 * words in a row, and `*` stands for any ending: `'nie oddycha*, zemdlal*'`.
 */
export type Wording = {
  /** What is looked for first. */
  readonly key: string
  /** Something of each of these lists stands near the key, before or after it. */
  readonly near?: readonly string[]
  /** Nothing of this list stands near the key, as it would then mean something else. */
  readonly unless?: string
}

/** One list of several. */
export function anyOf(...lists: readonly string[]): string {
  return lists.join(', ')
}

/** Words that may stand between the key and what is near it. */
const REACH = 4

/** Makes a test for folded words that say one of `wordings`. Its time grows with the number of words, not faster. */
export function createListener(wordings: readonly Wording[]): (words: readonly string[]) => boolean {
  const compiled = once(() =>
    wordings.map(({ key, near = [], unless }) => ({
      key: compile(key),
      near: near.map(compile),
      unless: unless === undefined ? NOTHING : compile(unless),
    })),
  )
  // Most messages have no key at all. One look for any is three times as fast as one for each of 80 (8 against 27 µs).
  const anyKey = once(() => compile(anyOf(...wordings.map(({ key }) => key))))
  return words => {
    const text = joined(words)
    if (text.search(anyKey()) < 0) return false
    return compiled().some(({ key, near, unless }) =>
      [...text.matchAll(key)]
        .map(match => around(text, match.index, match.index + match[0].length))
        .some(part => near.every(each => part.search(each) >= 0) && part.search(unless) < 0),
    )
  }
}

/** Makes a test for words that are all in a list; no words are not. */
export function createVocabulary(list: string): (words: readonly string[]) => boolean {
  const known = once(() => compile(list))
  return words => words.length > 0 && joined(words).replaceAll(known(), '').trim() === ''
}

/** Makes what mends words: those that are a slip away from one of `meant` become that one. */
export function createMender(meant: readonly string[]): (words: readonly string[]) => readonly string[] {
  const known = new Set(meant)
  const byFirstLetter = Map.groupBy(known, word => word.charAt(0))
  return words =>
    words.map(word =>
      known.has(word) ? word : (byFirstLetter.get(word.charAt(0))?.find(each => isSlipOf(word, each)) ?? word),
    )
}

const BORDER = 3
const MOST_SLIPS = 2

/** A slip spares the first letter, and besides the beginning or the end: "wozem" is not "nożem". */
function isSlipOf(word: string, meant: string): boolean {
  if (Math.abs(word.length - meant.length) > MOST_SLIPS) return false
  const isAlike = word.slice(0, BORDER) === meant.slice(0, BORDER) || word.slice(-BORDER) === meant.slice(-BORDER)
  return isAlike && isSpelledLike(word, meant)
}

const NOTHING = /(?!)/

/** Patterns are made when the first message needs them: a start that made them all would wait for them. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** A border on both sides of each word, so that patterns need no other. */
function joined(words: readonly string[]): string {
  return ` ${words.join(' ')} `
}

/** Longer alternatives come first, so that "czy można" is heard as a whole where "czy" stands in the list too. */
function compile(list: string): RegExp {
  const alternatives = list.split(',').map(each =>
    each
      .trim()
      .replace(/[^\p{L}\p{N} *]/gu, '\\$&')
      .replaceAll('*', '[^ ]*'),
  )
  const longestFirst = alternatives.sort((a, b) => b.length - a.length)
  return new RegExp(`(?<= )(?:${longestFirst.join('|')})(?= )`, 'g')
}

/** The text between two places, with `REACH` words more on either side. */
function around(text: string, from: number, to: number): string {
  let [start, end] = [from - 1, to]
  for (let count = 0; count < REACH + 1; count++) {
    start = Math.max(0, text.lastIndexOf(' ', start - 1))
    end = text.indexOf(' ', end + 1)
    if (end < 0) end = text.length - 1
  }
  return text.slice(start, end + 1)
}
