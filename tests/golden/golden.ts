import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { decide } from '../../dialogs/decide.ts'
import { NOTHING_REMEMBERED } from '../../dialogs/memory.ts'
import { type Outcome, topicOf } from '../../dialogs/outcome.ts'
import type { KnowledgeSnapshot } from '../../knowledge/snapshot.ts'

const line = z.strictObject({
  text: z.string(),
  style: z.string().optional(),
  topic: z.string().optional(),
  aspect: z.string().optional(),
  reason: z.string().optional(),
  topics: z.array(z.string()).optional(),
  context: z.string().optional(),
})
const schema = z.strictObject({
  topics: z.array(line.required({ topic: true, style: true })),
  aspects: z.array(line.required({ topic: true, aspect: true })),
  refusals: z.array(line.required({ reason: true })),
  clarify: z.array(line.required({ topics: true })),
  followUps: z.array(line.required({ context: true, topic: true })),
})

export type GoldenQuestion = z.infer<typeof line> & { readonly kind: string; readonly part: Part }

/** Only the development part is ever looked at for tuning. */
export type Part = 'development' | 'test'

/** `choice`: the right topic is among the choices that were offered. */
export type Mark = 'right' | 'choice' | 'unsure' | 'wrong'

export type Marked = { readonly question: GoldenQuestion; readonly outcome: Outcome; readonly mark: Mark }

/** All golden questions; the kind is that of the entry, or what else is tested. */
export function readQuestions(): readonly GoldenQuestion[] {
  const read = schema.parse(parse(readFileSync(join(import.meta.dirname, 'questions.yaml'), 'utf8')))
  const of = (kind: string) => (question: z.infer<typeof line>) => ({ ...question, kind, part: partOf(question.text) })
  return [
    ...read.topics.map(question => of(kindOf(question.topic))(question)),
    ...read.aspects.map(of('aspect')),
    ...read.refusals.map(question => of(question.reason)(question)),
    ...read.clarify.map(of('clarify')),
    ...read.followUps.map(of('follow-up')),
  ]
}

/** Split once, by the question alone, so that a new one never moves an old one. */
function partOf(text: string): Part {
  return (createHash('sha256').update(text).digest()[0] ?? 0) < 128 ? 'development' : 'test'
}

function kindOf(topic: string): string {
  const [, prefix] = /^(standard|office|redirect|conversation)-/.exec(topic) ?? []
  return prefix ?? 'procedure'
}

/** How many of a part are right or among the choices, and how many are wrong. */
export type Tally = { readonly reached: number; readonly wrong: number }

export function tallyOf(marked: readonly Marked[], part: Part): Tally {
  const marks = marked.filter(({ question }) => question.part === part).map(({ mark }) => mark)
  return {
    reached: marks.filter(mark => mark === 'right' || mark === 'choice').length,
    wrong: marks.filter(mark => mark === 'wrong').length,
  }
}

/** Asks each question at the beginning of a conversation, or after its context. */
export function markAll(questions: readonly GoldenQuestion[], knowledge: KnowledgeSnapshot): readonly Marked[] {
  return questions.map(question => {
    const memory = { ...NOTHING_REMEMBERED, topic: question.context ?? null }
    const { outcome } = decide(question.text, memory, knowledge)
    return { question, outcome, mark: mark(question, outcome) }
  })
}

function mark(question: GoldenQuestion, outcome: Outcome): Mark {
  if (question.reason !== undefined) return markRefusal(question.reason, outcome)
  if (question.topics !== undefined) return markAmbiguous(question.topics, outcome)
  if (outcome.kind === 'clarify') return outcome.topics.includes(question.topic ?? '') ? 'choice' : 'unsure'
  if (topicOf(outcome) === question.topic) return isRightAspect(question, outcome) ? 'right' : 'wrong'
  if (question.topic === 'conversation-emergency') return markRefusal('emergency', outcome)
  return topicOf(outcome) === null ? 'unsure' : 'wrong'
}

function isRightAspect({ aspect }: GoldenQuestion, outcome: Outcome): boolean {
  return aspect === undefined || outcome.kind !== 'answer' || outcome.aspect === aspect
}

/** What must not be answered is right with any decline, or with the hand-over that its reason asks for. */
function markRefusal(reason: string, outcome: Outcome): Mark {
  if (outcome.kind === 'clarify') return 'unsure'
  const isDeclined = outcome.kind === 'decline'
  if (['out-of-scope', 'unsafe', 'not-understood'].includes(reason)) return isDeclined ? 'right' : 'wrong'
  if (outcome.kind === 'handoff' && outcome.reason === reason) return 'right'
  return isDeclined || (outcome.kind === 'handoff' && outcome.topic === null) ? 'unsure' : 'wrong'
}

/** A word that fits several topics: asking back is right, with one of them at least; so is answering one of them. */
function markAmbiguous(topics: readonly string[], outcome: Outcome): Mark {
  if (outcome.kind === 'clarify') return outcome.topics.some(topic => topics.includes(topic)) ? 'right' : 'wrong'
  const topic = topicOf(outcome)
  return topic === null ? 'unsure' : topics.includes(topic) ? 'choice' : 'wrong'
}
