import type { Finding } from './finding.ts'
import { maskFindings, unmaskedOffset } from './masks.ts'
import { type Search, scan } from './scan.ts'
import { identityOf } from './signs.ts'

/**
 * Gives personal data in a text: sorted, not overlapping. Never throws. `allowed`: phones, e-mails and accounts of the office, in
 * any spelling: they are never found.
 */
export type Find = (text: string, allowed: readonly string[]) => readonly Finding[]

/** Looks again once what it found is masked, as the next number may then stand near a word; so a masked text holds nothing more. */
export function createFind(search: Search): Find {
  return (text, allowed) => {
    const known = new Set(allowed.map(identityOf))
    let findings: readonly Finding[] = []
    for (;;) {
      const found = scan(maskFindings(text, findings), known, search)
      if (found.length === 0) return findings
      findings = together(findings, found)
    }
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
