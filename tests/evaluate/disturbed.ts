import { createHash } from 'node:crypto'
import { createRandom, type Random } from '../fixtures/personal-data/random.ts'

const SHORTEST_WORD = 5

/** Letters beside each other on a Polish telephone keyboard. */
const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** The message without Polish diacritics, as it is typed in haste. */
export function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L').normalize('NFC')
}

/**
 * The message with one slip in a word of at least five letters: a neighbouring key, or a letter swapped, dropped or
 * doubled. The same message always gets the same slip. A message without such a word stays as it is.
 */
export function withTypo(text: string): string {
  const random = createRandom(createHash('sha256').update(text).digest().readUInt32LE(0))
  const long = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= SHORTEST_WORD)
  if (long.length === 0) return text
  const { 0: word, index } = random.pick(long)
  return text.slice(0, index) + slip(word, random) + text.slice(index + word.length)
}

function slip(word: string, random: Random): string {
  const at = random.below(word.length - 1)
  const [before, letter, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)]
  switch (random.pick(['neighbour', 'swapped', 'dropped', 'doubled'])) {
    case 'neighbour':
      return before + neighbourOf(letter) + next + after
    case 'swapped':
      return before + next + letter + after
    case 'dropped':
      return before + next + after
    default:
      return before + letter + letter + next + after
  }
}

/** The key to the right, at the end of a row that to the left. */
function neighbourOf(letter: string): string {
  const plain = withoutDiacritics(letter).toLowerCase()
  const row = KEYBOARD.find(keys => keys.includes(plain)) ?? KEYBOARD[0] ?? ''
  const place = row.indexOf(plain)
  return row.charAt(place + 1) || row.charAt(place - 1)
}
