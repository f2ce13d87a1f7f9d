import type { Fact, Form, ProcedureEntry } from '../knowledge/entry.ts'
import type { Aspect } from '../knowledge/topic.ts'
import type { Composed } from './composed.ts'
import { type Fees, feeRange, sumOf, zloty } from './money.ts'
import type { Phrases } from './phrases.ts'
import { type Block, list, paragraph } from './reply.ts'

/** Items of a list that are shown at once; the rest is shown on demand. */
const MOST_ITEMS = 8

/** What a procedure says about one aspect, complete with its conditions. */
export function composeProcedure(entry: ProcedureEntry, aspect: Aspect, whole: boolean, phrases: Phrases): Composed {
  const sections = sectionsFor(entry, aspect, phrases)
  const shown = whole ? sections : sections.filter(section => !section.isDetail).map(shorten)
  const known = sections.some(section => section.items.length > 0)
  const isOwed = entry.missing.some(missing => missing.aspect === aspect)
  return {
    blocks: [
      {
        kind: 'heading',
        text: aspect === 'general' ? entry.title : `${entry.title}: ${phrases.aspects[aspect].toLowerCase()}`,
      },
      ...shown.flatMap(toBlocks),
      ...(known || isOwed ? [] : [paragraph(phrases.nothingKnown(phrases.aspects[aspect]))]),
    ],
    facts: shown.flatMap(section => section.facts),
    isCut: countItems(shown) < countItems(sections),
  }
}

/** Whether the entry has anything to say about an aspect, be it only that the office owes it. */
export function hasAspect(entry: ProcedureEntry, aspect: Aspect, phrases: Phrases): boolean {
  return (
    sectionsFor(entry, aspect, phrases).some(section => section.items.length > 0) ||
    entry.missing.some(missing => missing.aspect === aspect)
  )
}

/** `prose` sections are read as sentences, the others as lists. */
type Section = {
  readonly label: string | null
  readonly items: readonly string[]
  readonly isProse: boolean
  /** Shown only when the whole is asked for. */
  readonly isDetail?: boolean
  readonly facts: readonly Pick<Fact, 'from'>[]
}

function shorten(section: Section): Section {
  return { ...section, items: section.items.slice(0, MOST_ITEMS) }
}

function toBlocks({ label, items, isProse }: Section): readonly Block[] {
  if (!isProse) return list(label, items)
  return items.length > 0 ? [paragraph(items.join(' '))] : []
}

function sectionsFor(entry: ProcedureEntry, aspect: Aspect, phrases: Phrases): readonly Section[] {
  const { labels } = phrases
  switch (aspect) {
    case 'general':
      return [
        prose(entry.summary),
        overview(entry, phrases),
        detail(facts(labels.result, entry.result)),
        detail(facts(labels.notes, entry.notes)),
      ]
    case 'who':
      return [prose(entry.who)]
    case 'documents':
      return [
        facts(labels.documents, entry.documents),
        {
          label: phrases.forms(entry.forms.length),
          items: entry.forms.map(({ name }) => name),
          isProse: false,
          facts: entry.forms,
        },
        ...entry.forms.flatMap(form => formSections(form, phrases)).map(detail),
      ]
    case 'fee':
      return feeSections(entry.fees, phrases)
    case 'deadline':
      return [
        facts(labels.citizenDeadline, entry.deadlines.citizen),
        facts(labels.officeDeadline, entry.deadlines.office),
      ]
    case 'consequences':
      return [facts(null, entry.consequences)]
    case 'how':
      return [
        facts(labels.inPerson, entry.how.inPerson),
        facts(labels.post, entry.how.post),
        facts(labels.online, entry.how.online),
      ]
    case 'place':
      return [facts(null, entry.place)]
    case 'appeal':
      return [prose(entry.appeal)]
    case 'legal-basis':
      return [legalBasis(entry)]
  }
}

function detail(section: Section): Section {
  return { ...section, isDetail: true }
}

function countItems(sections: readonly Section[]): number {
  return sections.reduce((sum, { items }) => sum + items.length, 0)
}

function prose(told: readonly Fact[]): Section {
  return { label: null, items: told.map(fact => fact.text), isProse: true, facts: told }
}

function facts(label: string | null, told: readonly Fact[]): Section {
  return { label, items: told.map(fact => fact.text), isProse: false, facts: told }
}

/** What, where, how much, how long, what to bring, deadline: one line each, in this order. */
function overview(entry: ProcedureEntry, phrases: Phrases): Section {
  const { labels } = phrases
  const [who, place, time, deadline, consequence] = [
    entry.who,
    entry.place,
    entry.deadlines.office,
    entry.deadlines.citizen,
    entry.consequences,
  ].map(told => told[0])
  const line = (label: string, text: string | undefined) => (text === undefined ? [] : [`${label}: ${text}`])
  return {
    label: null,
    isProse: false,
    items: [
      ...line(labels.who, who?.text),
      ...line(labels.place, place?.text),
      ...line(labels.fee, entry.fees && feeInShort(entry.fees, phrases)),
      ...line(labels.time, time?.text),
      ...line(labels.documents, entry.documents.length > 0 ? phrases.documents(entry.documents.length) : undefined),
      ...line(labels.citizenDeadline, deadline?.text),
      ...line(labels.consequences, consequence?.text ?? phrases.noConsequences),
    ],
    facts: [who, place, time, deadline, consequence].filter(fact => fact !== undefined),
  }
}

function feeInShort(fees: Fees, { fee }: Phrases): string | undefined {
  if (fees.isOpen) return fee.dependsInShort
  const range = feeRange(fees)
  return range && fee.range(zloty(range.lowest), zloty(range.highest))
}

/** How to fill a form in, and where its data come from (rule 8 of the standards). */
function formSections({ name, howToFill, dataSource }: Form, { labels }: Phrases): readonly Section[] {
  return [facts(`${labels.howToFill} – ${name}`, howToFill), facts(`${labels.dataSource} – ${name}`, dataSource)]
}

function feeSections(fees: ProcedureEntry['fees'], phrases: Phrases): readonly Section[] {
  if (!fees) return []
  const extra = fees.extra.map(fee => phrases.fee.extra(fee.what, zloty(fee.amount), fee.when))
  return [
    { label: null, items: feeSentence(fees, phrases), isProse: true, facts: [] },
    {
      label: null,
      items: situations(fees.cases, phrases),
      isProse: false,
      facts: fees.cases.flatMap(fee => fee.items),
    },
    { label: phrases.labels.extraFees, items: extra, isProse: false, facts: fees.extra },
    facts(phrases.labels.notes, fees.notes),
  ]
}

/** One line a situation, with the parts of its sum; nothing where the sum alone says it all. */
function situations(cases: Fees['cases'], { fee }: Phrases): readonly string[] {
  const [only] = cases
  if (cases.length === 1 && only?.items.length === 1) return []
  return cases.map(each => {
    const parts = each.items.map(item => fee.part(item.what, zloty(item.amount)))
    return fee.item(each.case, zloty(sumOf(each)), parts)
  })
}

function feeSentence(fees: Fees, { fee }: Phrases): readonly string[] {
  const range = feeRange(fees)
  if (fees.isOpen) return [fee.depends]
  if (!range) return []
  const { lowest, highest } = range
  if (highest === 0) return [fee.free]
  return [lowest === highest ? fee.exactly(zloty(lowest)) : fee.between(zloty(lowest), zloty(highest))]
}

function legalBasis(entry: ProcedureEntry): Section {
  const items = entry.legalBasis.map(({ act, articles, journal }) =>
    [act, articles, journal].filter(Boolean).join(', '),
  )
  return { label: null, items, isProse: false, facts: [] }
}
