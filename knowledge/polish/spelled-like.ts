import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js'

/** Whether a folded word is `intended` with at most one slip, or two in a long word: a letter wrong, missing, extra or swapped. */
export function isSpelledLike(word: string, intended: string): boolean {
  const slips = intended.length < 5 ? 0 : intended.length < 8 ? 1 : 2
  if (Math.abs(word.length - intended.length) > slips) return false
  return word === intended || DamerauLevenshteinDistance(word, intended, { restricted: true }) <= slips
}
