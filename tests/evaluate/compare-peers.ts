import { decide } from '../../dialogs/decide.ts'
import { NOTHING_REMEMBERED } from '../../dialogs/memory.ts'
import { topicOf } from '../../dialogs/outcome.ts'
import { trainBareSearch, trainSearch } from '../../knowledge/search/train-search.ts'
import { type GoldenQuestion, type Part, readQuestions } from '../golden/golden.ts'
import { realKnowledge } from '../setup/knowledge.ts'
import { type Assessed, assessAll, type Question } from './assess.ts'
import { areaUnderRisk, riskCoverage } from './measures/risk-coverage.ts'
import { assistant } from './peers/assistant.ts'
import {
  INDEX_SETTINGS,
  indexSamples,
  type MiniSearchSettings,
  miniSearch,
  SEARCH_SETTINGS,
} from './peers/mini-search.ts'
import { trainNatural } from './peers/natural-logistic.ts'
import { trainNlpJs } from './peers/nlp-js.ts'
import { ownSearch } from './peers/own-search.ts'
import type { Peer } from './peers/peer.ts'
import { trainReference } from './peers/reference.ts'
import { type NamedSample, readContent, samplesOf } from './samples.ts'
import { chooseThresholds, type Thresholds } from './two-thresholds.ts'

/** An engine, what it made of the golden questions, and how many seconds it learnt. */
export type Compared = {
  readonly name: string
  readonly isProbability: boolean
  readonly trainSeconds: number
  readonly assessed: readonly Assessed[]
}

export type Comparison = {
  /** Ours first. All learnt the same samples. */
  readonly engines: readonly Compared[]
  /** Share of these questions that the assistant answers. */
  readonly coverage: number
  readonly miniSearchSettings: MiniSearchSettings
  /** The reference with two bare thresholds, chosen on the development part. */
  readonly thresholds: Thresholds
  /** natural and ours, on what natural can learn in the time. */
  readonly few: { readonly topics: number; readonly samples: number; readonly engines: readonly Compared[] }
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
  const mini = await timed(() => miniSearch(indexSamples(samples, settings), settings))
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

/** Seconds of this thread's processor, so that the other one's work does not show. */
type Timed<T> = { readonly made: T; readonly seconds: number }

async function timed<T>(make: () => T | Promise<T>): Promise<Timed<T>> {
  const begin = process.threadCpuUsage()
  const made = await make()
  return { made, seconds: process.threadCpuUsage(begin).user / 1e6 }
}

/** Asks twice, as the first round warms up. */
async function compare({ made, seconds }: Timed<Peer>, questions: readonly Question[]): Promise<Compared> {
  await assessAll(questions, made)
  const assessed = await assessAll(questions, made)
  return { name: made.name, isProbability: made.isProbability, trainSeconds: seconds, assessed }
}

/** What the engines are asked: no follow-ups, as they have no memory, and no words that fit several topics. */
function asQuestion({ text, kind, topic, reason, context }: GoldenQuestion): readonly Question[] {
  if (context !== undefined || (topic === undefined && reason === undefined)) return []
  const known = reason === 'emergency' ? 'conversation-emergency' : topic
  return [{ text, topic: known ?? null, isOutOfScope: kind === 'out-of-scope' }]
}

/** The settings with the least area under the risk–coverage curve. */
async function chooseMiniSearch(
  samples: readonly NamedSample[],
  development: readonly Question[],
): Promise<MiniSearchSettings> {
  const tried: { readonly settings: MiniSearchSettings; readonly area: number }[] = []
  for (const indexSettings of INDEX_SETTINGS) {
    const index = indexSamples(samples, indexSettings)
    for (const searchSettings of SEARCH_SETTINGS) {
      const assessed = await assessAll(development, miniSearch(index, searchSettings))
      tried.push({ settings: { ...indexSettings, ...searchSettings }, area: areaUnderRisk(riskCoverage(assessed)) })
    }
  }
  return tried.reduce((best, each) => (each.area < best.area ? each : best)).settings
}

/** natural's regression takes a dense table of words × samples, once for each label: this is what it learns in half a minute. */
const FEW_TOPICS = 10
const FEW_SAMPLES = 12

async function compareFew(samples: readonly NamedSample[], questions: readonly Question[]): Promise<Comparison['few']> {
  const byTopic = Map.groupBy(samples, ({ label }) => label)
  const asked = new Set(questions.map(({ topic }) => topic))
  const candidates = [...byTopic.keys()].filter(label => asked.has(label))
  const topics = candidates
    .filter((_, index) => index % Math.floor(candidates.length / FEW_TOPICS) === 0)
    .slice(0, FEW_TOPICS)
  const few = topics.flatMap(topic => byTopic.get(topic)?.slice(0, FEW_SAMPLES) ?? [])
  const about = questions.filter(({ topic, isOutOfScope }) => isOutOfScope || topics.includes(topic ?? ''))
  const own = await timed(() => ownSearch(trainBareSearch(few, 'pl')))
  const natural = await timed(() => trainNatural(few))
  return {
    topics: topics.length,
    samples: few.length,
    engines: [await compare(own, about), await compare(natural, about)],
  }
}
