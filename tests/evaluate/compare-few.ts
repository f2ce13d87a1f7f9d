import { trainBareSearch } from '../../knowledge/search/train-search.ts'
import type { Question } from './assess.ts'
import { type Compared, compare, timed } from './compared.ts'
import { trainNatural } from './peers/natural-logistic.ts'
import { ownSearch } from './peers/own-search.ts'
import type { NamedSample } from './samples.ts'

/** natural and our search, on what natural can learn in the time. */
export type FewCompared = {
  readonly topics: number
  readonly samples: number
  /** Ours first. */
  readonly engines: readonly Compared[]
}

/** natural's regression takes a dense table of words × samples, once for each label: it learns this much in 10 s. */
const FEW_TOPICS = 10
const FEW_SAMPLES = 12

/** Asks what is about the few topics, and what is out of scope. */
export async function compareFew(
  samples: readonly NamedSample[],
  questions: readonly Question[],
): Promise<FewCompared> {
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
