import { judge } from '../knowledge/search/judge.ts'
import type { Found } from '../knowledge/search/search.ts'
import type { KnowledgeSnapshot } from '../knowledge/snapshot.ts'
import type { Aspect, LearntReason, TopicId } from '../knowledge/topic.ts'
import type { Dialog } from './dialog.ts'
import type { Outcome } from './outcome.ts'

/** The search speaks last, and always has something to say. */
export const answerQuestion: Dialog = question => {
  const verdict = judge(question.found)
  switch (verdict.kind) {
    case 'sure':
      return outcomeForTopic(verdict.topic, likelyAspect(question.found), question.knowledge)
    case 'unsure':
      return { kind: 'clarify', topics: verdict.topics }
    case 'refuse':
      return outcomeForReason(verdict.reason)
    case 'nothing':
      return { kind: 'decline', reason: 'not-understood' }
  }
}

/** What a recognised topic leads to: its entry's kind decides, or that there is none yet. */
export function outcomeForTopic(topic: TopicId, aspect: Aspect, knowledge: KnowledgeSnapshot): Outcome {
  const entry = knowledge.entries.get(topic)
  if (topic === 'conversation-emergency') return { kind: 'handoff', reason: 'emergency', topic }
  if (!entry) return { kind: 'handoff', reason: 'not-known', topic }
  switch (entry.kind) {
    case 'standard':
      return { kind: 'answer', topic, aspect: 'general', whole: false }
    case 'office':
    case 'procedure':
      return { kind: 'answer', topic, aspect, whole: false }
    case 'redirect':
      return { kind: 'redirect', topic }
    case 'conversation':
      return { kind: 'smalltalk', topic }
  }
}

/** Below this an aspect is a guess, and the overview serves better. Chosen on the golden questions' development part. */
const LEAST_ASPECT = 0.4

export function likelyAspect({ aspects }: Found): Aspect {
  const [first] = aspects
  return first && first.confidence >= LEAST_ASPECT ? first.aspect : 'general'
}

function outcomeForReason(reason: LearntReason): Outcome {
  switch (reason) {
    case 'own-case':
    case 'legal-advice':
    case 'asked-for-person':
      return { kind: 'handoff', reason, topic: null }
    case 'emergency':
      return { kind: 'handoff', reason, topic: 'conversation-emergency' }
    case 'not-understood':
    case 'out-of-scope':
    case 'unsafe':
      return { kind: 'decline', reason }
  }
}
