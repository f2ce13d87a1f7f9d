import { decide } from '../../dialogs/decide.ts'
import { NOTHING_REMEMBERED } from '../../dialogs/memory.ts'
import { topicOf } from '../../dialogs/outcome.ts'
import { trainSearch } from '../../knowledge/search/train-search.ts'
import { type GoldenQuestion, type Part, readQuestions } from '../golden/golden.ts'
import { realKnowledge } from '../setup/knowledge.ts'
import { assessAll, type Question } from './assess.ts'
import { compareFew, type FewCompared } from './compare-few.ts'
import { type Compared, compare, timed } from './compared.ts'
import { assistant } from './peers/assistant.ts'
import { chooseMiniSearch, trainMiniSearch } from './peers/choose-mini-search.ts'
import type { MiniSearchSettings } from './peers/mini-search.ts'
import { trainNlpJs } from './peers/nlp-js.ts'
import { ownSearch } from './peers/own-search.ts'
import { trainReference } from './peers/reference.ts'
import { readContent, samplesOf } from './samples.ts'
import { chooseThresholds, type Thresholds } from './two-thresholds.ts'

export type Comparison = {
  /** Ours first. All learnt the same samples. */
  readonly engines: readonly Compared[]
  /** Share of these questions that the assistant answers. */
  readonly coverage: number
  readonly miniSearchSettings: MiniSearchSettings
  /** The reference with two bare thresholds, chosen on the development part. */
  readonly thresholds: Thresholds
  readonly few: FewCompared
}

export async function comparePeers(part: Part): Promise<Comparison> {
  const base = readContent()
  const samples = samplesOf(base)
  const golden = readQuestions()
  const questions = golden.filter(question => question.part === part).flatMap(asQuestion)
  const development = golden.filter(question => question.part === 'development').flatMap(asQuestion)

  const own = await timed(() => ownSearch(trainSearch(base)))
  const reference = await timed(() => trainReference(samples))
  const nlpJs = await timed(() => trainNlpJs(samples))
  const settings = await chooseMiniSearch(samples, development)
  const mini = await timed(() => trainMiniSearch(samples, settings))
  const knowledge = realKnowledge()
  const whole = { made: assistant(knowledge), seconds: own.seconds }
  const isAnswered = ({ text }: Question) => topicOf(decide(text, NOTHING_REMEMBERED, knowledge).outcome) !== null
  const thresholds = chooseThresholds(await assessAll(development, reference.made))

  const engines: Compared[] = []
  for (const each of [whole, own, reference, nlpJs, mini]) engines.push(await compare(each, questions))
  return {
    engines,
    coverage: questions.filter(isAnswered).length / questions.length,
    miniSearchSettings: settings,
    thresholds,
    few: await compareFew(samples, questions),
  }
}

/** What the engines are asked: no follow-ups, as they have no memory, and no words that fit several topics. */
function asQuestion({ text, kind, topic, reason, context }: GoldenQuestion): readonly Question[] {
  if (context !== undefined || (topic === undefined && reason === undefined)) return []
  const known = reason === 'emergency' ? 'conversation-emergency' : topic
  return [{ text, topic: known ?? null, isOutOfScope: kind === 'out-of-scope' }]
}
