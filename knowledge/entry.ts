import { z } from 'zod'
import { ASPECTS, DEPARTMENTS, LEARNT_REASONS } from './topic.ts'

// The shapes of everything under knowledge/content/. Unknown fields are refused, so that a misspelt one is noticed.

const MAX_LABEL_WORDS = 4

const text = z.string().trim().min(1, 'nie może być puste')
const topicId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'użyj małych liter bez polskich znaków i łączników, na przykład „parking-card”')
const sourceKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'użyj małych liter bez polskich znaków i łączników, na przykład „gov-pl”')

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'zapisz datę tak: 2026-11-24', abort: true })
  .refine(isCalendarDate, 'takiego dnia nie ma w kalendarzu')

const link = z
  .url({ error: 'to nie jest adres strony', abort: true })
  .refine(url => url.startsWith('https://'), 'adres musi zaczynać się od https://')

function isCalendarDate(written: string): boolean {
  const day = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written)
}

/** Where a fact was read. `published` is the page's own date (year, month or day), where it shows one. */
const source = z.strictObject({
  title: text,
  url: link.optional(),
  published: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/, 'zapisz rok, miesiąc albo dzień, na przykład 2025, 2025-07 albo 2025-07-01')
    .optional(),
  checked: date,
  /** Published by the office itself, so what it says needs no confirmation. */
  byOffice: z.boolean().default(false),
})

/** One thing that is so, in a citizen's words, with the keys of the sources that say so. */
const fact = z.strictObject({ text, from: z.array(sourceKey).min(1, 'podaj co najmniej jedno źródło') })
const facts = z.array(fact)

/** Money to pay: what for and how much, in PLN. Items of one `fee case` are added up. */
const feeItem = z.strictObject({
  what: text,
  amount: z
    .number()
    .min(0, 'kwota nie może być mniejsza od zera')
    .multipleOf(0.01, 'podaj kwotę z dokładnością do grosza'),
  from: z.array(sourceKey).min(1, 'podaj co najmniej jedno źródło'),
})

/** One situation with its own sum, such as a car with new plates; `extra` items are paid only where `when` holds. */
const feeCase = z.strictObject({ case: text, items: z.array(feeItem).min(1), basis: text.optional() })
const extraFee = z.strictObject({ ...feeItem.shape, when: text, basis: text.optional() })

const form = z.strictObject({
  name: text,
  url: link.optional(),
  from: z.array(sourceKey).min(1, 'podaj co najmniej jedno źródło'),
  howToFill: facts.default([]),
  dataSource: facts.default([]),
})

/** Something the office still has to supply. It is said to be unknown when a citizen asks about that aspect. */
const missing = z.strictObject({ what: text, aspect: z.enum(ASPECTS) })

/** Something an editor has to look at again, such as an announced change of law. Never shown to citizens. */
const watch = z.strictObject({ what: text, review: date, url: link.optional() })

const questions = z
  .partialRecord(z.enum(ASPECTS), z.array(text))
  .refine(asked => Object.values(asked).some(list => list.length > 0), {
    message: 'nie ma pytań. Dopisz pod „questions:” co najmniej jedno, tak jak pytają mieszkańcy',
  })

/** Name of a topic on a button: at most 4 words, so that four of them fit a small screen. */
const label = text.refine(name => name.split(/\s+/u).length <= MAX_LABEL_WORDS, {
  message: `użyj najwyżej ${MAX_LABEL_WORDS} słów`,
})

const everyEntry = {
  id: topicId,
  title: text,
  label,
  department: z.enum(DEPARTMENTS),
  /** Day on which the facts were last compared with their sources. */
  checked: date,
  /** Day on which an editor has to look at the entry again. */
  review: date,
  /** Day on which the office confirmed the entry; absent while it has not. */
  confirmed: date.optional(),
  related: z.array(topicId).default([]),
  sources: z.record(sourceKey, source).default({}),
  missing: z.array(missing).default([]),
  watch: z.array(watch).default([]),
  questions,
}

/** What the office says of itself. Only what was read elsewhere has a source: that something was not supplied has none. */
const told = z.strictObject({ text, from: z.array(sourceKey).default([]) })

const detail = z.strictObject({ label: text, facts: facts.min(1) })

const standard = z.strictObject({
  ...everyEntry,
  kind: z.literal('standard'),
  /** Point of the office's document, such as "3.4"; absent for its introduction and imprint. */
  point: z
    .string()
    .regex(/^\d{1,2}(\.\d)?$/, 'zapisz punkt, na przykład „5” albo „3.4”')
    .optional(),
  answer: facts.min(1),
  details: z.array(detail).default([]),
})

const office = z.strictObject({
  ...everyEntry,
  kind: z.literal('office'),
  answer: z.array(told),
  details: z.array(detail).default([]),
})

const procedure = z.strictObject({
  ...everyEntry,
  kind: z.literal('procedure'),
  summary: facts.min(1),
  who: facts.default([]),
  documents: facts.default([]),
  forms: z.array(form).default([]),
  fees: z
    .strictObject({
      /** Other sums are paid, too: the cases are no limits, and no range is told. */
      isOpen: z.boolean().optional(),
      cases: z.array(feeCase).default([]),
      extra: z.array(extraFee).default([]),
      /** What no amount says: who pays nothing, what the sum depends on, when it comes back. */
      notes: facts.default([]),
    })
    .optional(),
  deadlines: z
    .strictObject({ office: facts.default([]), citizen: facts.default([]) })
    .default({ office: [], citizen: [] }),
  consequences: facts.default([]),
  how: z
    .strictObject({ inPerson: facts.default([]), post: facts.default([]), online: facts.default([]) })
    .default({ inPerson: [], post: [], online: [] }),
  place: facts.default([]),
  result: facts.default([]),
  /** What is worth knowing besides; shown with the overview. */
  notes: facts.default([]),
  appeal: facts.default([]),
  legalBasis: z.array(z.strictObject({ act: text, articles: text.optional(), journal: text.optional() })).default([]),
})

const redirect = z.strictObject({
  ...everyEntry,
  kind: z.literal('redirect'),
  /** Whose business it is; the first fact answers. */
  where: facts.min(1),
  local: facts.default([]),
  online: facts.default([]),
  /** What the county office does in the neighbouring matter. */
  neighbour: facts.default([]),
})

const conversation = z.strictObject({
  ...everyEntry,
  kind: z.literal('conversation'),
  answer: z.array(text).min(1),
})

/** One file of `standards/`, `office/`, `procedures/`, `redirects/` or `conversation/`. */
export const entrySchema = z.discriminatedUnion('kind', [standard, office, procedure, redirect, conversation])

/** One file of `not-covered/`: a topic of the office that is recognised, but has no entry yet. */
export const notCoveredSchema = z.strictObject({
  id: topicId,
  title: text,
  label,
  department: z.enum(DEPARTMENTS),
  questions,
})

/** `not-answered.yaml`: messages that must not be answered, by reason, and words that fit several entries. */
export const notAnsweredSchema = z.strictObject({
  reasons: z.record(z.enum(LEARNT_REASONS), z.array(text).min(1)),
  clarify: z.array(z.strictObject({ text, topics: z.array(topicId).min(2).max(4) })),
})

/** `glossary.yaml`: what people call things. */
export const glossarySchema = z.strictObject({
  terms: z.array(z.strictObject({ term: text, topic: topicId, words: z.array(text).min(1) })),
})

/** `office.yaml`: who the office is, and what the assistant may say about reaching it. */
export const officeSchema = z.strictObject({
  name: text,
  /** The name after "w", such as "Starostwie Powiatowym w Świebodzinie". */
  nameAfterIn: text,
  address: text,
  /** The office's own towns. A form that does not begin as the name does stands beside it: Sosnowiec, Sosnowcu. */
  towns: z.array(text).min(1, 'podaj co najmniej jedną miejscowość'),
  website: link,
  phone: text.optional(),
  email: z.email('to nie jest adres e-mail').optional(),
  standards: z.strictObject({ title: text, version: text, published: date }),
  /** What only the office can say of personal data, as sentences of the notice. What is absent is said to be missing there. */
  dataProtection: z
    .strictObject({
      /** Who decides about the data: name and address. */
      controller: text.optional(),
      /** How to reach the data protection officer. */
      officer: text.optional(),
      /** The legal basis, such as an article with its act. */
      basis: text.optional(),
    })
    .optional(),
})

export type Fact = z.infer<typeof fact>
export type Source = z.infer<typeof source>
export type Form = z.infer<typeof form>
export type Entry = z.infer<typeof entrySchema>
export type StandardEntry = z.infer<typeof standard>
export type OfficeEntry = z.infer<typeof office>
export type ProcedureEntry = z.infer<typeof procedure>
export type RedirectEntry = z.infer<typeof redirect>
export type ConversationEntry = z.infer<typeof conversation>
export type NotCoveredTopic = z.infer<typeof notCoveredSchema>
/** `follow-ups.yaml`: how people ask on without naming what they talk about, by aspect. */
export const followUpsSchema = z.strictObject({
  questions: z.partialRecord(z.enum(ASPECTS), z.array(text).min(1)),
})

export type FollowUps = z.infer<typeof followUpsSchema>
export type NotAnswered = z.infer<typeof notAnsweredSchema>
export type Glossary = z.infer<typeof glossarySchema>
export type Office = z.infer<typeof officeSchema>
