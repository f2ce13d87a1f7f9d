import type { Memory } from '../dialogs/memory.ts'
import { type Outcome, topicOf } from '../dialogs/outcome.ts'
import type { Reply } from '../dialogs/reply.ts'

/** What dialogs remember after a reply. Conversation by the way does not change the topic, and a decline keeps it too. */
export function remember(before: Memory, outcome: Outcome, { choices, asksIfHelpful: isAsked = false }: Reply): Memory {
  const isAboutTopic = outcome.kind === 'answer' || outcome.kind === 'redirect'
  const topic = isAboutTopic ? topicOf(outcome) : before.topic
  return {
    topic,
    choices,
    declines: outcome.kind === 'decline' ? before.declines + 1 : 0,
    ratingAsked: isAsked && topic !== null ? [...before.ratingAsked, topic] : before.ratingAsked,
    unhelpful: before.unhelpful,
    language: languageOf(outcome),
  }
}

function languageOf(outcome: Outcome): Memory['language'] {
  return outcome.kind === 'handoff' || outcome.kind === 'decline' ? (outcome.language ?? null) : null
}
