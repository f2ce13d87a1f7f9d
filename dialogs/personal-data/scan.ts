import { type Candidate, candidatesOf } from './candidates.ts'
import type { Detector } from './detector.ts'
import type { Finding } from './finding.ts'
import { normalise } from './normalise.ts'
import { identityOf } from './signs.ts'
import { STAYS } from './stays.ts'

/** What is looked for, and a quick look whether a text may hold any of it. */
export type Search = { readonly detectors: readonly Detector[]; readonly mayHoldSome: RegExp }

/** Looks once. `known` holds the identities that are never found. */
export function scan(
  original: string,
  known: ReadonlySet<string>,
  { detectors, mayHoldSome }: Search,
): readonly Finding[] {
  if (!mayHoldSome.test(original)) return []
  const normalised = normalise(original)
  const { text, starts, ends } = normalised
  const candidates = detectors.flatMap(detector => candidatesOf(detector, original, normalised))
  return longestFirst(candidates, staysOf(text))
    .filter(({ start, end }) => !known.has(identityOf(text.slice(start, end))))
    .map(({ kind, start, end }) => ({ kind, start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }))
    .sort((a, b) => a.start - b.start)
}

/** 1 for every sign that is part of something that stays. */
function staysOf(text: string): Uint8Array {
  const taken = new Uint8Array(text.length)
  for (const pattern of STAYS) {
    for (const { index, 0: stay } of text.matchAll(pattern)) taken.fill(1, index, index + stay.length)
  }
  return taken
}

/** Where candidates overlap the longest wins, then one with a check digit, then the nearer word, then the table's order. */
function longestFirst(candidates: readonly Candidate[], taken: Uint8Array): readonly Candidate[] {
  const isFree = ({ start, end }: Candidate) => !taken.subarray(start, end).includes(1)
  return candidates.toSorted(byStrength).filter(candidate => {
    const wins = isFree(candidate)
    if (wins) taken.fill(1, candidate.start, candidate.end)
    return wins
  })
}

function byStrength(a: Candidate, b: Candidate): number {
  const longer = b.end - b.start - (a.end - a.start)
  return longer || Number(!a.form.passes) - Number(!b.form.passes) || b.nearness - a.nearness
}
