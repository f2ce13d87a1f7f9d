import { findPersonalData } from './find.ts'
import type { Finding } from './finding.ts'
import { maskFindings, unmaskedOffset } from './masks.ts'
import { normalise } from './normalise.ts'
import { END, NOT_A_HELPLINE, START } from './shapes.ts'
import { identityOf } from './signs.ts'

/** Nine digits in one piece, or apart from their area code; perhaps with the prefix of Poland. */
const BARE_PHONE = new RegExp(String.raw`${START}${NOT_A_HELPLINE}(?:48 ?)?(?:\d{9}|\d{2}[ -]\d{7})${END}`, 'gu')

/**
 * The e-mail address or telephone number in a text whose writer was asked for one; nothing where there is none. Whoever was
 * asked for a number need not call it one: nine digits are one then, where they are nothing else. Never one of the `allowed`.
 */
export function findContact(text: string, kind: 'email' | 'phone', allowed: readonly string[]): Finding | undefined {
  const found = findPersonalData(text, allowed)
  const named = found.find(each => each.kind === kind)
  if (named || kind === 'email') return named
  const known = new Set(allowed.map(identityOf))
  const { text: rest, starts, ends } = normalise(maskFindings(text, found))
  const bare = [...rest.matchAll(BARE_PHONE)].find(([digits]) => !known.has(identityOf(digits)))
  if (!bare) return undefined
  const [start = 0, end = 0] = [starts[bare.index], ends[bare.index + bare[0].length - 1]]
  return { kind, start: unmaskedOffset(start, found), end: unmaskedOffset(end, found) }
}
