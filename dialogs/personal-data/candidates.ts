import type { Detector, Form } from './detector.ts'
import type { PersonalDataKind } from './finding.ts'
import { nearnessTo } from './nearness.ts'
import type { Normalised } from './normalise.ts'
import { bareSigns } from './signs.ts'

/** What may be personal data, in normalised text. */
export type Candidate = {
  readonly kind: PersonalDataKind
  readonly start: number
  readonly end: number
  readonly form: Form
  readonly nearness: number
}

/** All that one detector sees; candidates may overlap. */
export function candidatesOf(detector: Detector, original: string, normalised: Normalised): readonly Candidate[] {
  const { kind, words, forms } = detector
  const nearnessOf = nearnessTo(words, normalised.text)
  const candidates = forms.flatMap(form =>
    [...normalised.text.matchAll(form.pattern)].flatMap(({ index: start, 1: shape = '' }) => {
      const end = start + shape.length
      const nearness = nearnessOf(start, end)
      const isCandidate =
        (!form.needsWord || nearness > 0) &&
        (!form.passes || form.passes(bareSigns(shape))) &&
        (!form.inCapitals || !hasSmallLetters(original, normalised, start, end))
      return isCandidate ? [{ kind, start, end, form, nearness }] : []
    }),
  )
  const right = candidates.filter(({ form }) => !form.isMistyped)
  return candidates.filter(one => !one.form.isMistyped || !right.some(other => overlap(one, other)))
}

function hasSmallLetters(original: string, { starts, ends }: Normalised, start: number, end: number): boolean {
  return /\p{Ll}/u.test(original.slice(starts[start], ends[end - 1]))
}

function overlap(one: Candidate, other: Candidate): boolean {
  return one.start < other.end && other.start < one.end
}
