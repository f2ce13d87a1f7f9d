import type { Aspect, LearntReason, TopicId } from '../topic.ts'
import { type Classifier, probabilities } from './classifier.ts'
import { aspectFeatures, type Language, topicFeatures } from './features.ts'
import { respell } from './respell.ts'

/** What the search was trained to tell apart. Derived from the samples; stored by `stored-search.ts`. */
export type TrainedSearch = {
  /** Labels are topics, `FOLLOW_UP`, and, with `REASON_PREFIX`, reasons for not answering. */
  readonly topics: Classifier
  /** Labels are aspects. Absent in a bare index, whose samples have none. */
  readonly aspects?: Classifier
  /** Language of the samples. Default Polish. */
  readonly language?: Language
}

/** Tells a reason for not answering from a topic among the labels. */
export const REASON_PREFIX = 'reason:'

/** The label of what names no topic, but asks on about the one that was talked about. */
export const FOLLOW_UP = 'follow-up'

export type Candidate = { readonly topic: TopicId; readonly confidence: number }
export type ReasonCandidate = { readonly reason: LearntReason; readonly confidence: number }

/** What a question may be about. All are calibrated probabilities; those of topics, reasons and a follow-up add up to 1. */
export type Found = {
  /** Every topic, likeliest first. */
  readonly topics: readonly Candidate[]
  /** Every reason for not answering, likeliest first. */
  readonly reasons: readonly ReasonCandidate[]
  /** That it names no topic of its own. */
  readonly followUp: number
  /** Every aspect, likeliest first; empty in a bare index. */
  readonly aspects: readonly { readonly aspect: Aspect; readonly confidence: number }[]
}

/** Finds what `question` may be about. Any text will do; the empty one gives the candidates' prior odds. */
export function search(question: string, trained: TrainedSearch): Found {
  const topics: Candidate[] = []
  const reasons: ReasonCandidate[] = []
  let followUp = 0
  const read = respell(question, trained.topics)
  for (const [label, confidence] of ranked(topicFeatures(read, trained.language), trained.topics)) {
    if (label.startsWith(REASON_PREFIX)) {
      reasons.push({ reason: label.slice(REASON_PREFIX.length) as LearntReason, confidence })
    } else if (label === FOLLOW_UP) followUp = confidence
    else topics.push({ topic: label, confidence })
  }
  const aspects = trained.aspects
    ? ranked(aspectFeatures(read), trained.aspects).map(([label, confidence]) => ({
        aspect: label as Aspect,
        confidence,
      }))
    : []
  return { topics, reasons, followUp, aspects }
}

function ranked(features: Uint32Array, classifier: Classifier): readonly (readonly [string, number])[] {
  const chances = probabilities(features, classifier)
  return classifier.labels.map((label, index) => [label, chances[index] ?? 0] as const).sort(([, a], [, b]) => b - a)
}
