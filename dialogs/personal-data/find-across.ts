import { findPersonalData } from './find.ts'
import type { Finding } from './finding.ts'

/** What to mask in each of two messages, with offsets into each. */
export type FoundAcross = { readonly earlier: readonly Finding[]; readonly later: readonly Finding[] }

const SEPARATOR_AT_END = /[\s./-]$/
const SEPARATOR_AT_START = /^[\s./-]/

/**
 * Personal data that shows only when two messages are read as one: a number in two halves, or one whose word stands in
 * the other message. Then all that must be masked in both is given; nothing where each message shows it by itself.
 */
export function findAcross(earlier: string, later: string, allowed: readonly string[]): FoundAcross {
  const alone = { earlier: findPersonalData(earlier, allowed), later: findPersonalData(later, allowed) }
  const gap = SEPARATOR_AT_END.test(earlier) || SEPARATOR_AT_START.test(later) ? '' : ' '
  const spaced = divide(findPersonalData(earlier + gap + later, allowed), earlier, gap.length)
  if (showsMore(spaced, alone)) return together(spaced, alone)
  const shown = [...alone.earlier, ...alone.later.map(finding => moved(finding, earlier.length))]
  const joined = divide(apartFrom(shown, findPersonalData(earlier + later, allowed)), earlier, 0)
  return showsMore(joined, alone) ? together(joined, alone) : { earlier: [], later: [] }
}

/** Findings in the two texts as one, with `gap` signs between them, as findings in each. */
function divide(findings: readonly Finding[], earlier: string, gap: number): FoundAcross {
  const [end, begin] = [earlier.trimEnd().length, earlier.length + gap]
  return {
    earlier: findings.filter(({ start }) => start < end).map(each => ({ ...each, end: Math.min(each.end, end) })),
    later: findings
      .filter(each => each.end > begin)
      .map(each => moved({ ...each, start: Math.max(each.start, begin) }, -begin)),
  }
}

function moved({ kind, start, end }: Finding, by: number): Finding {
  return { kind, start: start + by, end: end + by }
}

function showsMore(found: FoundAcross, alone: FoundAcross): boolean {
  const isKnown = (known: readonly Finding[]) => (inner: Finding) =>
    known.some(({ start, end }) => start <= inner.start && inner.end <= end)
  return !found.earlier.every(isKnown(alone.earlier)) || !found.later.every(isKnown(alone.later))
}

function together(found: FoundAcross, alone: FoundAcross): FoundAcross {
  const inOrder = (a: readonly Finding[], b: readonly Finding[]) =>
    [...a, ...apartFrom(a, b)].sort((one, other) => one.start - other.start)
  return { earlier: inOrder(found.earlier, alone.earlier), later: inOrder(found.later, alone.later) }
}

/** Those that overlap none of the `known`. */
function apartFrom(known: readonly Finding[], findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(one => known.every(({ start, end }) => one.end <= start || end <= one.start))
}
