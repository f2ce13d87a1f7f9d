import type { Entry, Fact } from './entry.ts'

/** A text that a citizen may read, and where it stands in its entry. */
export type EntryText = {
  readonly path: readonly PropertyKey[]
  readonly text: string
  /** `item`: stands in a list, so it must be short. `prose`: counts towards the length of the answer. `line`: neither. */
  readonly place: 'prose' | 'item' | 'line'
}

/** The texts that an entry answers with: all that a citizen reads of it but titles, sources and the legal basis. */
export function entryTexts(entry: Entry): readonly EntryText[] {
  switch (entry.kind) {
    case 'standard':
    case 'office':
      return [
        ...ofFacts(entry.answer, ['answer'], 'prose'),
        ...entry.details.flatMap((detail, index) => [
          { path: ['details', index, 'label'], text: detail.label, place: 'item' as const },
          ...ofFacts(detail.facts, ['details', index, 'facts'], 'item'),
        ]),
        ...missingTexts(entry),
      ]
    case 'procedure':
      return [
        ...ofFacts(entry.summary, ['summary'], 'prose'),
        ...ofFacts(entry.who, ['who'], 'line'),
        ...ofFacts(entry.documents, ['documents'], 'item'),
        ...entry.forms.flatMap((form, index) => [
          { path: ['forms', index, 'name'], text: form.name, place: 'item' as const },
          ...ofFacts(form.howToFill, ['forms', index, 'howToFill'], 'line'),
          ...ofFacts(form.dataSource, ['forms', index, 'dataSource'], 'line'),
        ]),
        ...(entry.fees?.cases ?? []).flatMap((fee, index) => [
          { path: ['fees', 'cases', index, 'case'], text: fee.case, place: 'item' as const },
          ...fee.items.map((item, at) => ({
            path: ['fees', 'cases', index, 'items', at, 'what'],
            text: item.what,
            place: 'item' as const,
          })),
        ]),
        ...(entry.fees?.extra ?? []).flatMap((fee, index) => [
          { path: ['fees', 'extra', index, 'what'], text: fee.what, place: 'item' as const },
          { path: ['fees', 'extra', index, 'when'], text: fee.when, place: 'item' as const },
        ]),
        ...ofFacts(entry.fees?.notes ?? [], ['fees', 'notes'], 'line'),
        ...withShortFirst(entry.deadlines.office, ['deadlines', 'office']),
        ...withShortFirst(entry.deadlines.citizen, ['deadlines', 'citizen']),
        ...withShortFirst(entry.consequences, ['consequences']),
        ...ofFacts(entry.how.inPerson, ['how', 'inPerson'], 'line'),
        ...ofFacts(entry.how.post, ['how', 'post'], 'line'),
        ...ofFacts(entry.how.online, ['how', 'online'], 'line'),
        ...withShortFirst(entry.place, ['place']),
        ...ofFacts(entry.result, ['result'], 'line'),
        ...ofFacts(entry.notes, ['notes'], 'line'),
        ...ofFacts(entry.appeal, ['appeal'], 'line'),
        ...missingTexts(entry),
      ]
    case 'redirect':
      return [
        ...ofFacts(entry.where, ['where'], 'prose'),
        ...ofFacts(entry.local, ['local'], 'line'),
        ...ofFacts(entry.online, ['online'], 'line'),
        ...ofFacts(entry.neighbour, ['neighbour'], 'line'),
        ...missingTexts(entry),
      ]
    case 'conversation':
      return entry.answer.map((text, index) => ({ path: ['answer', index], text, place: 'prose' as const }))
  }
}

function ofFacts(
  facts: readonly Fact[],
  path: readonly PropertyKey[],
  place: EntryText['place'],
): readonly EntryText[] {
  return facts.map((fact, index) => ({ path: [...path, index, 'text'], text: fact.text, place }))
}

/** The first fact stands in the overview's list, so it is short; those after it explain. */
function withShortFirst(facts: readonly Fact[], path: readonly PropertyKey[]): readonly EntryText[] {
  return facts.map((fact, index) => ({
    path: [...path, index, 'text'],
    text: fact.text,
    place: index === 0 ? 'item' : 'line',
  }))
}

function missingTexts(entry: Entry): readonly EntryText[] {
  return entry.missing.map((missing, index) => ({
    path: ['missing', index, 'what'],
    text: missing.what,
    place: 'line',
  }))
}
