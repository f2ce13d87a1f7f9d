import { REASON_PREFIX } from '../../knowledge/search/search.ts'
import type { Judged } from './measures/judged.ts'
import type { Peer } from './peers/peer.ts'

/** A question of which we know the topic, or that it must not be answered. */
export type Question = {
  readonly text: string
  readonly topic: string | null
  /** Nobody's business here: the unknown that has to be told from the known. */
  readonly isOutOfScope: boolean
}

/** What an engine made of a question. */
export type Assessed = Judged & {
  readonly isKnown: boolean
  readonly isOutOfScope: boolean
  readonly isAmongThree: boolean
  /** Milliseconds. */
  readonly took: number
}

export async function assessAll(questions: readonly Question[], peer: Peer): Promise<readonly Assessed[]> {
  const assessed: Assessed[] = []
  for (const question of questions) assessed.push(await assess(question, peer))
  return assessed
}

/**
 * An engine answers with its best topic. Where it puts a reason for not answering first, it is as sure of that topic as its
 * probability says; other scores do not tell, so that it is sure of nothing.
 */
async function assess({ text, topic, isOutOfScope }: Question, peer: Peer): Promise<Assessed> {
  const begin = performance.now()
  const ranked = await peer.rank(text)
  const took = performance.now() - begin
  const topics = ranked.filter(({ label }) => !isReason(label))
  const mayAnswer = peer.isProbability || (ranked[0] !== undefined && !isReason(ranked[0].label))
  return {
    confidence: mayAnswer ? (topics[0]?.score ?? 0) : 0,
    isRight: topic !== null && topics[0]?.label === topic,
    isKnown: topic !== null,
    isOutOfScope,
    isAmongThree: topic !== null && topics.slice(0, 3).some(({ label }) => label === topic),
    took,
  }
}

function isReason(label: string): boolean {
  return label.startsWith(REASON_PREFIX)
}
