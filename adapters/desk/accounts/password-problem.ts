import { fold } from '../../../knowledge/polish/fold.ts'
import { COMMON_WORDS } from './common-words.ts'

/** Why a password is not taken. */
export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'differs'

export const LEAST_PASSWORD_CHARACTERS = 12
export const MOST_PASSWORD_CHARACTERS = 256

/** What must be left once everything that guessers try first is taken away. */
const LEAST_OWN_CHARACTERS = 5

/** Rows of keys and of the alphabet, along which fingers run. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
]

/**
 * What is wrong with a new password, or nothing. Which kinds of characters it has does not matter; `own`: words that say who
 * it belongs to, such as the login.
 */
export function passwordProblem(password: string, own: readonly string[]): PasswordProblem | undefined {
  const { length } = [...password.normalize('NFKC')]
  if (length < LEAST_PASSWORD_CHARACTERS) return 'too-short'
  if (length > MOST_PASSWORD_CHARACTERS) return 'too-long'
  return isCommon(password, own) ? 'too-common' : undefined
}

/** Whether it is made of nothing but common words, their own, runs of keys and repetitions. */
function isCommon(password: string, own: readonly string[]): boolean {
  const words = [...COMMON_WORDS, ...own.flatMap(word => fold(word).split(/[^a-z0-9]+/))]
    .filter(word => word.length >= 3)
    .sort((a, b) => b.length - a.length)
  const rest = [fold(password), unmasked(fold(password))].map(text => [...new Set(ownPart(text, words))].length)
  return Math.min(...rest) < LEAST_OWN_CHARACTERS
}

function ownPart(text: string, words: readonly string[]): string {
  return words
    .reduce((left, word) => left.replaceAll(word, ' '), withoutRuns(text))
    .replace(/(19|20)\d\d/g, ' ')
    .replace(/\s+/g, '')
}

/** Digits and signs that are written for letters. */
function unmasked(text: string): string {
  const letters: Readonly<Record<string, string>> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  }
  return text.replace(/[013457@$!]/g, sign => letters[sign] ?? sign)
}

/** Takes away four and more neighbouring keys, in either direction. */
function withoutRuns(text: string): string {
  const runs = ROWS.flatMap(row => [row, [...row].reverse().join('')])
  let left = ''
  for (let index = 0; index < text.length; ) {
    const length = longestRun(text.slice(index), runs)
    if (length < 4) left += text[index++]
    else {
      left += ' '
      index += length
    }
  }
  return left
}

function longestRun(text: string, rows: readonly string[]): number {
  let length = 0
  while (length < text.length && rows.some(row => row.includes(text.slice(0, length + 1)))) length++
  return length
}
