import { topicOf } from '../../dialogs/outcome.ts'
import { search } from '../../knowledge/search/search.ts'
import type { KnowledgeSnapshot } from '../../knowledge/snapshot.ts'
import type { Marked } from '../golden/golden.ts'
import { type Proportion, proportion } from './measures/wilson.ts'

/** What the golden questions say of the assistant, rules and all. The first five are given for each style too. */
export type GoldenFigures = {
  /** The search alone has the topic first; of those that have an answer. */
  readonly topicFirst: Proportion
  /** Of those that have an answer. */
  readonly answeredRight: Proportion
  /** Asked back with the right topic among the choices; of those that have an answer. */
  readonly rightChoice: Proportion
  /** Answered right or asked back with the right choice; of those that have an answer. */
  readonly reached: Proportion
  /** Of all. */
  readonly answeredWrong: Proportion
  /** Declined or handed over for the right reason; of those that must not be answered. */
  readonly declinedRight: Proportion
  readonly outOfScopeAnswered: Proportion
  readonly outOfScopeAskedBack: Proportion
  /** Wishes for a person that were recognised. */
  readonly personRecognised: Proportion
  readonly followUpRight: Proportion
}

export function goldenFigures(marked: readonly Marked[], knowledge: KnowledgeSnapshot): GoldenFigures {
  const answerable = marked.filter(hasAnswer)
  const refusals = marked.filter(({ question }) => question.reason !== undefined)
  const outOfScope = marked.filter(({ question }) => question.kind === 'out-of-scope')
  return {
    topicFirst: proportion(answerable, each => isTopicFirst(each, knowledge)),
    answeredRight: proportion(answerable, ({ mark }) => mark === 'right'),
    rightChoice: proportion(answerable, ({ mark }) => mark === 'choice'),
    reached: proportion(answerable, ({ mark }) => mark === 'right' || mark === 'choice'),
    answeredWrong: proportion(marked, ({ mark }) => mark === 'wrong'),
    declinedRight: proportion(refusals, ({ mark }) => mark === 'right'),
    outOfScopeAnswered: proportion(outOfScope, ({ outcome }) => topicOf(outcome) !== null),
    outOfScopeAskedBack: proportion(outOfScope, ({ outcome }) => outcome.kind === 'clarify'),
    personRecognised: proportion(ofKind(marked, 'asked-for-person'), ({ mark }) => mark === 'right'),
    followUpRight: proportion(ofKind(marked, 'follow-up'), ({ mark }) => mark === 'right'),
  }
}

/** The same for each style that the golden questions name. */
export function figuresByStyle(
  marked: readonly Marked[],
  knowledge: KnowledgeSnapshot,
): Readonly<Record<string, GoldenFigures>> {
  const styles = [...new Set(marked.flatMap(({ question }) => question.style ?? []))]
  const inStyle = (style: string) => marked.filter(({ question }) => question.style === style)
  return Object.fromEntries(styles.map(style => [style, goldenFigures(inStyle(style), knowledge)]))
}

/** Follow-ups have figures of their own, and a word that fits several topics has no one answer. */
function hasAnswer({ question }: Marked): boolean {
  return question.topic !== undefined && question.context === undefined
}

function ofKind(marked: readonly Marked[], kind: string): readonly Marked[] {
  return marked.filter(({ question }) => question.kind === kind)
}

function isTopicFirst({ question }: Marked, knowledge: KnowledgeSnapshot): boolean {
  return search(question.text, knowledge.search).topics[0]?.topic === question.topic
}
