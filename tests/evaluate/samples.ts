import { type KnowledgeBase, readBase } from '../../knowledge/base.ts'
import { loadContent } from '../../knowledge/load.ts'
import { REASON_PREFIX } from '../../knowledge/search/search.ts'
import type { Sample } from '../../knowledge/search/train.ts'

/** The office's knowledge as its files tell it. */
export function readContent(): KnowledgeBase {
  const { base, problems } = readBase(loadContent('knowledge/content'))
  if (!base)
    throw new Error(`the knowledge needs attention: ${problems.length} problems, see npm run knowledge -- check`)
  return base
}

/** A text with its label; a name is what the base calls a topic, anything else is what somebody may ask. */
export type NamedSample = Sample & { readonly isName: boolean }

/** Everything that the search learns from, for engines that learn from texts with labels. */
export function samplesOf(base: KnowledgeBase): readonly NamedSample[] {
  const entries = [...base.entries, ...base.notCovered].map(({ value }) => value)
  const asked: readonly Sample[] = [
    ...entries.flatMap(({ id, questions }) =>
      Object.values(questions).flatMap(texts => texts.map(text => ({ text, label: id }))),
    ),
    ...Object.entries(base.notAnswered.value.reasons).flatMap(([reason, texts]) =>
      texts.map(text => ({ text, label: labelOfReason(reason) })),
    ),
    ...base.notAnswered.value.clarify.flatMap(({ text, topics }) => topics.map(label => ({ text, label }))),
  ]
  const names: readonly Sample[] = [
    ...entries.flatMap(({ id, title, label }) => [title, label].map(text => ({ text, label: id }))),
    ...(base.glossary?.value.terms ?? []).flatMap(({ term, topic, words }) =>
      [term, ...words].map(text => ({ text, label: topic })),
    ),
  ]
  return [...asked.map(sample => ({ ...sample, isName: false })), ...names.map(sample => ({ ...sample, isName: true }))]
}

/** An emergency is an entry, every other reason a label of its own. */
export function labelOfReason(reason: string): string {
  return reason === 'emergency' ? 'conversation-emergency' : REASON_PREFIX + reason
}
