import { needsConfirmation } from '../knowledge/confirmation.ts'
import type {
  Entry,
  Fact,
  Office,
  OfficeEntry,
  ProcedureEntry,
  RedirectEntry,
  StandardEntry,
} from '../knowledge/entry.ts'
import type { Aspect } from '../knowledge/topic.ts'
import { composeProcedure } from './compose-procedure.ts'
import type { Composed } from './composed.ts'
import { writtenDay } from './office-time.ts'
import type { Phrases } from './phrases.ts'
import { type Block, type Citation, list, paragraph } from './reply.ts'

export type AnswerEntry = StandardEntry | OfficeEntry | ProcedureEntry

/** The answer to a question about `aspect`, with what the office still owes, and where it was read. */
export function composeAnswer(
  entry: AnswerEntry,
  { aspect, whole }: { readonly aspect: Aspect; readonly whole: boolean },
  { office, phrases, today }: { readonly office: Office; readonly phrases: Phrases; readonly today: string },
): Composed {
  const composed = entry.kind === 'procedure' ? composeProcedure(entry, aspect, whole, phrases) : composeTold(entry)
  const document = entry.kind === 'standard' ? [standardCitation(entry, office, phrases)] : []
  const source = sourceBlock(entry, [...document, ...citations(entry, composed.facts)], phrases, today)
  return { ...composed, blocks: [...composed.blocks, ...owed(entry, aspect, phrases), source] }
}

export function composeRedirect(entry: RedirectEntry, phrases: Phrases, today: string): readonly Block[] {
  const facts = [...entry.where, ...entry.local, ...entry.online, ...entry.neighbour]
  return [
    paragraph(entry.where.map(fact => fact.text).join(' ')),
    ...list(phrases.labels.local, texts(entry.local)),
    ...list(phrases.labels.online, texts(entry.online)),
    ...list(phrases.labels.neighbour, texts(entry.neighbour)),
    ...list(
      phrases.notInBase,
      entry.missing.map(missing => missing.what),
    ),
    sourceBlock(entry, citations(entry, facts), phrases, today),
  ]
}

export function texts(facts: readonly Fact[]): readonly string[] {
  return facts.map(fact => fact.text)
}

function composeTold(entry: StandardEntry | OfficeEntry): Composed {
  return {
    blocks: [
      { kind: 'heading', text: entry.title },
      ...(entry.answer.length > 0 ? [paragraph(texts(entry.answer).join(' '))] : []),
      ...entry.details.flatMap(detail => list(detail.label, texts(detail.facts))),
    ],
    facts: [...entry.answer, ...entry.details.flatMap(detail => detail.facts)],
    isCut: false,
  }
}

/** Standards and the office's own data have few facts, so all that is missing is told; of a procedure, what was asked. */
function owed(entry: AnswerEntry, aspect: Aspect, phrases: Phrases): readonly Block[] {
  const asked = entry.missing.filter(missing => entry.kind !== 'procedure' || missing.aspect === aspect)
  return list(
    entry.kind === 'office' ? phrases.notSupplied : phrases.notInBase,
    asked.map(missing => missing.what),
  )
}

const MOST_SOURCES = 3

/** Where the shown facts were read. The office's own document is cited by its point instead. */
function citations(entry: Entry, shown: readonly Pick<Fact, 'from'>[]): readonly Citation[] {
  const keys = [...new Set(shown.flatMap(fact => fact.from))]
  return keys
    .flatMap(key => entry.sources[key] ?? [])
    .filter(source => !source.byOffice)
    .slice(0, MOST_SOURCES)
    .map(({ title, url }) => ({ title, url: url ?? null }))
}

function standardCitation(entry: StandardEntry, { standards }: Office, phrases: Phrases): Citation {
  const { title, version, published } = standards
  return { title: phrases.standardPoint(title, entry.point ?? null, version, writtenDay(published)), url: null }
}

function sourceBlock(entry: Entry, cited: readonly Citation[], phrases: Phrases, today: string): Block {
  const day = writtenDay(entry.checked)
  const note = needsConfirmation(entry) ? phrases.unconfirmed(day) : phrases.checked(day)
  const overdue = entry.review <= today ? [phrases.overdue(writtenDay(entry.review))] : []
  return { kind: 'source', label: phrases.source(cited.length), cited, note: [note, ...overdue].join(' ') }
}
