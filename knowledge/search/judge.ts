import type { LearntReason, TopicId } from '../topic.ts'
import type { Candidate, Found } from './search.ts'

/** What the candidates are worth: the honest middle between answering and giving up. */
export type Verdict =
  | { readonly kind: 'sure'; readonly topic: TopicId }
  /** One to four topics, one of which is likely meant. */
  | { readonly kind: 'unsure'; readonly topics: readonly TopicId[] }
  | { readonly kind: 'refuse'; readonly reason: LearntReason }
  | { readonly kind: 'nothing' }

/** How likely things must be. Measured on the development part of the golden questions: see docs/search.md. */
export type Thresholds = {
  /** Least probability of the topic that is answered. */
  readonly answer: number
  /** Least distance between the first topic and the second, or a reason, for it to be answered or offered alone. */
  readonly margin: number
  /** Least probability of the choices together, for them to be offered. */
  readonly clarify: number
  /** Least probability of a choice of its own. */
  readonly choice: number
  /** Least probability of a reason for not answering. */
  readonly refuse: number
}

export const THRESHOLDS: Thresholds = { answer: 0.75, margin: 0.2, clarify: 0.3, choice: 0.06, refuse: 0.35 }

const MOST_CHOICES = 4

/** Weighs topics against reasons for not answering. */
export function judge(found: Found, thresholds: Thresholds = THRESHOLDS): Verdict {
  const [first, second] = found.topics
  const [reason] = found.reasons
  if (!first) return { kind: 'nothing' }
  if (reason && reason.confidence > first.confidence && reason.confidence >= thresholds.refuse) {
    return { kind: 'refuse', reason: reason.reason }
  }
  const lead = first.confidence - Math.max(second?.confidence ?? 0, reason?.confidence ?? 0)
  if (first.confidence >= thresholds.answer && lead >= thresholds.margin) return { kind: 'sure', topic: first.topic }

  const choices = likelyChoices(found.topics, thresholds)
  const together = choices.reduce((sum, choice) => sum + choice.confidence, 0)
  const isTelling = choices.length > 1 || lead >= thresholds.margin
  if (isTelling && together >= thresholds.clarify) {
    return { kind: 'unsure', topics: choices.map(choice => choice.topic) }
  }
  return { kind: 'nothing' }
}

/** Conversation is no choice to offer: nobody picks "greeting" from a list. */
function likelyChoices(topics: readonly Candidate[], { choice }: Thresholds): readonly Candidate[] {
  return topics
    .filter(topic => topic.confidence >= choice && !topic.topic.startsWith('conversation-'))
    .slice(0, MOST_CHOICES)
}
