import type { PersonalDataKind } from './finding.ts'
import { START } from './shapes.ts'

/** One way a kind of personal data is written. */
export type Form = {
  /** Finds the shape at every place where it begins, in what `normalise` gives; group 1 holds it. */
  readonly pattern: RegExp
  /** Whether the bare signs are what they look like. Without it the shape is enough. */
  readonly passes?: (signs: string) => boolean
  /** Found only near a word that says what it is. The word then stands for the check digit, as people mistype. */
  readonly needsWord?: boolean
  /** A sign too many, too few or wrong: gives way where another form of the kind fits. */
  readonly isMistyped?: boolean
  /** Found only where no small letter was written. */
  readonly inCapitals?: boolean
}

/** How one kind of personal data is found. */
export type Detector = {
  readonly kind: PersonalDataKind
  /** Finds the words that say what a number is. */
  readonly words: RegExp
  readonly forms: readonly Form[]
}

/** A form before its pattern is made. */
type Shape = Omit<Form, 'pattern'> & { readonly shape: string }

const MORE_LETTERS = String.raw`\p{L}`
/** A word within a mask, such as `[NR KONTA]`, says nothing about the next number. */
const REST_OF_MASK = String.raw`[A-Z -]{0,20}\]`

/** `words` and shapes are sources of regular expressions for what `normalise` gives. */
export function detector(kind: PersonalDataKind, words: string, shapes: readonly Shape[]): Detector {
  return {
    kind,
    words: new RegExp(`${START}(?:${words})(?!${MORE_LETTERS}|${REST_OF_MASK})`, 'gu'),
    forms: shapes.map(({ shape, ...form }) => ({ ...form, pattern: patternOf(shape, form.needsWord ? words : null) })),
  }
}

/** A look-ahead, so that a shape is found within another. Digits may follow their word at once: "PESEL44051401359". */
function patternOf(shape: string, words: string | null): RegExp {
  const start = words ? String.raw`(?:${START}|(?=\d)(?<=${words}))` : START
  return new RegExp(`${start}(?=(${shape}))`, 'gu')
}
