/** A text in one spelling, and where each of its signs stands in the original. */
export type Normalised = {
  /** Capitals without diacritics, ASCII digits, `-` for every dash, one space for any white space or control sign. */
  readonly text: string
  /** Where the original sign begins, for each UTF-16 unit of `text`. */
  readonly starts: readonly number[]
  /** Where the original sign ends, for each UTF-16 unit of `text`. */
  readonly ends: readonly number[]
}

const ASCII = /^[!-~]$/
const BLANK = /^[\p{Z}\p{Cc}]$/u
const INVISIBLE = /[\p{M}\p{Cf}\p{DI}]/gu
const DASH = /[\p{Pd}−]/gu
const DIGIT = /\p{Nd}/u
const DIGITS = /\p{Nd}/gu
/** Signs one sign may be spelled with. `⑽` needs four; an Arabic ligature of 18 would only lengthen the work. */
const MOST_SIGNS = 4

/** Works sign by sign, so that every sign of the copy knows its place. Takes any string, lone surrogates too. */
export function normalise(original: string): Normalised {
  const starts: number[] = []
  const ends: number[] = []
  let text = ''
  let offset = 0
  for (const sign of original) {
    const spelled = spell(sign)
    const end = offset + sign.length
    if (spelled !== ' ' || !text.endsWith(' ')) {
      text += spelled
      for (let unit = 0; unit < spelled.length; unit++) {
        starts.push(offset)
        ends.push(end)
      }
    }
    offset = end
  }
  return { text, starts, ends }
}

function spell(sign: string): string {
  if (ASCII.test(sign)) return sign.toUpperCase()
  if (BLANK.test(sign)) return ' '
  return sign
    .normalize('NFKD')
    .slice(0, MOST_SIGNS)
    .replace(INVISIBLE, '')
    .replace(DASH, '-')
    .replace(DIGITS, digitValue)
    .toUpperCase()
    .replaceAll('Ł', 'L')
}

/** Unicode keeps the ten digits of a script side by side, so the digits right before this one tell its value. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let before = 0
  while (DIGIT.test(String.fromCodePoint(code - before - 1))) before++
  return String(before % 10)
}
