import { z } from 'zod'
import { decide } from '../../dialogs/decide.ts'
import { NOTHING_REMEMBERED } from '../../dialogs/memory.ts'
import type { Outcome } from '../../dialogs/outcome.ts'
import { topicOf } from '../../dialogs/outcome.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { plainText } from '../../dialogs/reply.ts'
import { say } from '../../dialogs/say.ts'
import type { Candidate } from '../../knowledge/search/search.ts'
import type { KnowledgeSnapshot } from '../../knowledge/snapshot.ts'
import type { Aspect, TopicId } from '../../knowledge/topic.ts'

// The batch contract that other programs rely on: docs/batch.md. Field names and their order are part of it.

const askedSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  context: z.object({ topic: z.string() }).optional(),
})

type Id = string | number
export type Asked = z.infer<typeof askedSchema>
export type Malformed = { readonly id: Id | null; readonly error: string }

/** What an engine makes of a question. */
export type Answered = {
  readonly decision: Outcome['kind']
  readonly topic: TopicId | null
  readonly aspect: Aspect | null
  /** Calibrated probability that the topic is right; that of the best candidate where there is none. */
  readonly confidence: number
  readonly reason: string | null
  /** The choices of a `clarify`; else the likeliest topics. At most 5. */
  readonly candidates: readonly Candidate[]
  /** What the citizen would read. */
  readonly text: string
}

export type Engine = (text: string, contextTopic: TopicId | null) => Answered

/** Reads one line. A malformed one gives what is wrong with it, under its id where that can be read. */
export function readAsked(line: string, number: number): Asked | Malformed {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return { id: null, error: `line ${number} is not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
  const parsed = askedSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const id = askedSchema.pick({ id: true }).safeParse(value).data?.id ?? null
  const wrong = parsed.error.issues.map(issue => `${issue.path.join('.') || 'the line'}: ${issue.message}`).join('; ')
  return { id, error: `line ${number} is malformed: ${wrong}` }
}

export function answerAsked({ id, text, context }: Asked, engine: Engine): { readonly id: Id } & Answered {
  return { id, ...engine(text, context?.topic ?? null) }
}

/** The assistant itself, in a conversation that has only just begun, or talked about the context's topic before. */
export function knowledgeEngine(knowledge: KnowledgeSnapshot, today: string): Engine {
  return (text, topic) => {
    const { outcome, found, confidence } = decide(text, { ...NOTHING_REMEMBERED, topic }, knowledge)
    const reply = say(outcome, { knowledge, phrases: PHRASES.pl, today, declines: 0 })
    return {
      decision: outcome.kind,
      topic: topicOf(outcome),
      aspect: outcome.kind === 'answer' ? outcome.aspect : null,
      confidence,
      reason: outcome.kind === 'handoff' || outcome.kind === 'decline' ? outcome.reason : null,
      candidates: candidatesOf(outcome, found.topics, confidence),
      text: plainText(reply),
    }
  }
}

/** The choices of a `clarify`, else the likeliest topics, led by the one that a rule chose though the search did not. */
function candidatesOf(outcome: Outcome, likeliest: readonly Candidate[], confidence: number): readonly Candidate[] {
  if (outcome.kind === 'clarify') {
    return outcome.topics.map(topic => likeliest.find(each => each.topic === topic) ?? { topic, confidence: 0 })
  }
  const topic = topicOf(outcome)
  if (topic === null || likeliest[0]?.topic === topic) return likeliest
  const others = likeliest.filter(candidate => candidate.topic !== topic)
  return [{ topic, confidence }, ...others].slice(0, likeliest.length)
}
