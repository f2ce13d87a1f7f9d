import type { Finding } from './finding.ts'
import { maskFindings, unmaskedOffset } from './masks.ts'
import { scan } from './scan.ts'
import { identityOf } from './signs.ts'

/**
 * Personal data in a text: sorted, not overlapping. Looks again once what it found is masked, as the next number may
 * then stand near a word; so a masked text holds nothing more. Never throws.
 *
 * @param allowed phones, e-mails and accounts of the office, in any spelling: they are never found.
 */
export function findPersonalData(text: string, allowed: readonly string[]): readonly Finding[] {
  const known = new Set(allowed.map(identityOf))
  let findings: readonly Finding[] = []
  for (;;) {
    const found = scan(maskFindings(text, findings), known)
    if (found.length === 0) return findings
    findings = together(findings, found)
  }
}

/** `found` counts in the text that `findings` have masked. */
function together(findings: readonly Finding[], found: readonly Finding[]): readonly Finding[] {
  const inText = found.map(({ kind, start, end }) => ({
    kind,
    start: unmaskedOffset(start, findings),
    end: unmaskedOffset(end, findings),
  }))
  return [...findings, ...inText].sort((a, b) => a.start - b.start)
}
