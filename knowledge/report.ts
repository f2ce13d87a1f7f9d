import type { KnowledgeBase } from './base.ts'
import { needsConfirmation } from './confirmation.ts'
import { daysAfter } from './days-after.ts'
import type { Entry, ProcedureEntry } from './entry.ts'
import { ASPECTS, type Aspect, type Department } from './topic.ts'

/** The state of the knowledge base, for the office: what is there, what it owes, and what has to be looked at. */
export type KnowledgeReport = {
  readonly day: string
  readonly coverage: readonly { readonly id: string; readonly title: string; readonly aspects: readonly Coverage[] }[]
  readonly owed: readonly { readonly department: Department; readonly items: readonly OwedItem[] }[]
  readonly due: readonly {
    readonly id: string
    readonly title: string
    readonly day: string
    readonly what: string | null
  }[]
  readonly unconfirmed: readonly { readonly id: string; readonly title: string; readonly checked: string }[]
  /** Oldest first; those without a date of their own come before all. */
  readonly sources: readonly SourceAge[]
}

/** `filled`: has facts. `owed`: has facts, but the office owes some. `missing`: only owed. `absent`: neither; a gap to mend. */
export type Coverage = { readonly aspect: Aspect; readonly state: 'filled' | 'owed' | 'missing' | 'absent' }
export type OwedItem = { readonly id: string; readonly title: string; readonly aspect: Aspect; readonly what: string }
export type SourceAge = {
  readonly title: string
  readonly published: string | null
  readonly entries: readonly string[]
}

/** Reviews up to so many days ahead are listed. */
const REVIEW_DAYS = 60

/** `today` is the day in Warsaw, as 2026-11-24. */
export function reportOn({ entries }: KnowledgeBase, today: string): KnowledgeReport {
  const all = entries.map(entry => entry.value)
  const horizon = daysAfter(today, REVIEW_DAYS)
  return {
    day: today,
    coverage: all.filter(isProcedure).map(entry => ({ id: entry.id, title: entry.title, aspects: coverageOf(entry) })),
    owed: owedByDepartment(all),
    due: all.flatMap(entry => dueBefore(entry, horizon)).sort((a, b) => a.day.localeCompare(b.day)),
    unconfirmed: all.filter(needsConfirmation).map(({ id, title, checked }) => ({ id, title, checked })),
    sources: sourcesByAge(all),
  }
}

function isProcedure(entry: Entry): entry is ProcedureEntry {
  return entry.kind === 'procedure'
}

function coverageOf(entry: ProcedureEntry): readonly Coverage[] {
  return ASPECTS.map(aspect => {
    const isFilled = isAspectFilled(entry, aspect)
    const isOwed = entry.missing.some(missing => missing.aspect === aspect)
    const state = isFilled ? (isOwed ? 'owed' : 'filled') : isOwed ? 'missing' : 'absent'
    return { aspect, state }
  })
}

function isAspectFilled(entry: ProcedureEntry, aspect: Aspect): boolean {
  switch (aspect) {
    case 'general':
      return entry.summary.length > 0
    case 'who':
      return entry.who.length > 0
    case 'documents':
      return entry.documents.length + entry.forms.length > 0
    case 'fee':
      return entry.fees !== undefined && entry.fees.cases.length + entry.fees.extra.length + entry.fees.notes.length > 0
    case 'deadline':
      return entry.deadlines.office.length + entry.deadlines.citizen.length > 0
    case 'consequences':
      return entry.consequences.length > 0
    case 'how':
      return entry.how.inPerson.length + entry.how.post.length + entry.how.online.length > 0
    case 'place':
      return entry.place.length > 0
    case 'appeal':
      return entry.appeal.length > 0
    case 'legal-basis':
      return entry.legalBasis.length > 0
  }
}

function owedByDepartment(entries: readonly Entry[]): KnowledgeReport['owed'] {
  const byDepartment = Map.groupBy(entries, entry => entry.department)
  return [...byDepartment]
    .map(([department, owing]) => ({
      department,
      items: owing.flatMap(({ id, title, missing }) =>
        missing.map(({ aspect, what }) => ({ id, title, aspect, what })),
      ),
    }))
    .filter(({ items }) => items.length > 0)
}

function dueBefore({ id, title, review, watch }: Entry, horizon: string): KnowledgeReport['due'] {
  return [
    { id, title, day: review, what: null },
    ...watch.map(item => ({ id, title, day: item.review, what: item.what })),
  ].filter(({ day }) => day <= horizon)
}

function sourcesByAge(entries: readonly Entry[]): readonly SourceAge[] {
  const cited = entries.flatMap(({ id, sources }) => Object.values(sources).map(source => ({ id, source })))
  return [...Map.groupBy(cited, ({ source }) => `${source.published ?? ''}\n${source.title}`).values()]
    .flatMap(group => {
      const [first] = group
      if (!first) return []
      const { title, published } = first.source
      return [{ title, published: published ?? null, entries: [...new Set(group.map(({ id }) => id))] }]
    })
    .sort((a, b) => (a.published ?? '').localeCompare(b.published ?? '') || a.title.localeCompare(b.title, 'pl'))
}
