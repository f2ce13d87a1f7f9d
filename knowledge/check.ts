import { type KnowledgeBase, readBase } from './base.ts'
import { needsConfirmation } from './confirmation.ts'
import type { Entry, NotCoveredTopic } from './entry.ts'
import { lintEntry } from './lint/lint-entry.ts'
import type { ContentFile, Parsed } from './parse.ts'
import { inReadingOrder, type Problem } from './problem.ts'
import { NEEDED_CONVERSATION } from './topic.ts'

export type CheckReport = {
  /** What must be mended before the base can be used. */
  readonly errors: readonly Problem[]
  /** Entries that the office has not confirmed. They are shown with that remark; `--strict` refuses them. */
  readonly unconfirmed: readonly Problem[]
  /** What the office still has to supply. */
  readonly missing: readonly Problem[]
  /** Entries whose review date, or that of a watched change, has come. */
  readonly due: readonly Problem[]
}

/** Checks all content at once. `today` is the day in Warsaw, as 2026-11-24. */
export function checkContent(files: readonly ContentFile[], today: string): CheckReport {
  const { base, problems } = readBase(files)
  if (!base) return { errors: inReadingOrder(problems), unconfirmed: [], missing: [], due: [] }

  return {
    errors: inReadingOrder([...faults(base), ...repeatedQuestions(base), ...base.entries.flatMap(lintEntry)]),
    unconfirmed: inReadingOrder(base.entries.filter(entry => needsConfirmation(entry.value)).map(unconfirmed)),
    missing: inReadingOrder(base.entries.flatMap(missingFacts)),
    due: inReadingOrder(base.entries.flatMap(entry => dueReviews(entry, today))),
  }
}

/** What would break answers, as against what only reads badly: a base with faults is not served. */
export function faults(base: KnowledgeBase): readonly Problem[] {
  return [
    ...neededConversation(base),
    ...duplicateIds(base),
    ...misnamedFiles(base),
    ...deadReferences(base),
    ...deadSources(base),
  ]
}

function neededConversation(base: KnowledgeBase): readonly Problem[] {
  return NEEDED_CONVERSATION.flatMap(id => {
    const entry = base.entries.find(({ value }) => value.id === id)
    if (!entry) {
      return [
        { file: `conversation/${id}.yaml`, line: 1, message: 'brakuje tego pliku. Każda baza wiedzy go potrzebuje.' },
      ]
    }
    const { kind } = entry.value
    if (kind === 'conversation') return []
    return [
      at(
        entry,
        ['kind'],
        `wpis „${id}” jest rodzaju „${kind}”. Zmień na „conversation”, a jego zdania wpisz pod „answer:”.`,
      ),
    ]
  })
}

function topics(base: KnowledgeBase): readonly Parsed<Entry | NotCoveredTopic>[] {
  return [...base.entries, ...base.notCovered]
}

function duplicateIds(base: KnowledgeBase): readonly Problem[] {
  const firstFile = new Map<string, string>()
  return topics(base).flatMap(topic => {
    const first = firstFile.get(topic.value.id)
    if (first === undefined) {
      firstFile.set(topic.value.id, topic.file)
      return []
    }
    return [
      at(topic, ['id'], `identyfikator „${topic.value.id}” jest już w pliku ${first}. Nadaj jednemu z nich inny.`),
    ]
  })
}

function misnamedFiles(base: KnowledgeBase): readonly Problem[] {
  return topics(base)
    .filter(topic => !topic.file.endsWith(`/${topic.value.id}.yaml`))
    .map(topic =>
      at(
        topic,
        ['id'],
        `identyfikator „${topic.value.id}” różni się od nazwy pliku. Nazwij plik ${topic.value.id}.yaml.`,
      ),
    )
}

function deadReferences(base: KnowledgeBase): readonly Problem[] {
  const known = new Set(topics(base).map(topic => topic.value.id))
  const dead = (id: string): string =>
    `odsyła do „${id}”, a takiego wpisu nie ma. Popraw identyfikator albo usuń odesłanie.`
  return [
    ...base.entries.flatMap(entry =>
      entry.value.related.flatMap((id, index) => (known.has(id) ? [] : [at(entry, ['related', index], dead(id))])),
    ),
    ...(base.glossary?.value.terms ?? []).flatMap(({ topic }, index) =>
      base.glossary && !known.has(topic) ? [at(base.glossary, ['terms', index, 'topic'], dead(topic))] : [],
    ),
    ...base.notAnswered.value.clarify.flatMap(({ topics: ids }, index) =>
      ids.flatMap((id, place) =>
        known.has(id) ? [] : [at(base.notAnswered, ['clarify', index, 'topics', place], dead(id))],
      ),
    ),
  ]
}

function deadSources(base: KnowledgeBase): readonly Problem[] {
  return base.entries.flatMap(entry =>
    usedSources(entry.value, []).flatMap(({ path, key }) =>
      Object.hasOwn(entry.value.sources, key)
        ? []
        : [
            at(
              entry,
              path,
              `powołuje źródło „${key}”, którego nie ma pod „sources:”. Dopisz je tam albo popraw nazwę.`,
            ),
          ],
    ),
  )
}

function usedSources(
  value: unknown,
  path: readonly PropertyKey[],
): readonly { path: readonly PropertyKey[]; key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'from' && Array.isArray(inner)
      ? inner.map((key, index) => ({ path: [...path, name, index], key: String(key) }))
      : usedSources(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  )
}

function repeatedQuestions(base: KnowledgeBase): readonly Problem[] {
  const firstFile = new Map<string, string>()
  return [...topics(base), ...(base.followUps ? [base.followUps] : [])].flatMap(topic =>
    Object.entries(topic.value.questions).flatMap(([aspect, asked]) =>
      (asked ?? []).flatMap((question, index) => {
        const first = firstFile.get(question)
        if (first === undefined || first === topic.file) {
          firstFile.set(question, topic.file)
          return []
        }
        const message = `pytanie „${question}” jest też w pliku ${first}. Zostaw je tam, gdzie pasuje, albo przenieś do „clarify:”.`
        return [at(topic, ['questions', aspect, index], message)]
      }),
    ),
  )
}

function unconfirmed(entry: Parsed<Entry>): Problem {
  const message = `wpisu „${entry.value.id}” urząd jeszcze nie potwierdził. Po potwierdzeniu dopisz: confirmed: "<data>".`
  return at(entry, ['id'], message)
}

function missingFacts(entry: Parsed<Entry>): readonly Problem[] {
  return entry.value.missing.map((missing, index) =>
    at(entry, ['missing', index], `wpis „${entry.value.id}”, brakuje (${missing.aspect}): ${missing.what}`),
  )
}

function dueReviews(entry: Parsed<Entry>, today: string): readonly Problem[] {
  return [
    ...(entry.value.review <= today
      ? [at(entry, ['review'], `wpis „${entry.value.id}” czeka na sprawdzenie od ${entry.value.review}.`)]
      : []),
    ...entry.value.watch.flatMap((watch, index) =>
      watch.review <= today
        ? [at(entry, ['watch', index], `wpis „${entry.value.id}”, sprawdź ponownie od ${watch.review}: ${watch.what}`)]
        : [],
    ),
  ]
}

function at(topic: Parsed<unknown>, path: readonly PropertyKey[], message: string): Problem {
  return { file: topic.file, line: topic.lineOf(path), message }
}
