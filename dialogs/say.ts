import type { ProcedureEntry } from '../knowledge/entry.ts'
import { type KnowledgeSnapshot, topicLabel } from '../knowledge/snapshot.ts'
import type { ASPECTS, TopicId } from '../knowledge/topic.ts'
import type { Choice } from './choice.ts'
import { type AnswerEntry, composeAnswer, composeRedirect } from './compose-answer.ts'
import { hasAspect } from './compose-procedure.ts'
import type { HandoffReason, Outcome } from './outcome.ts'
import type { Phrases } from './phrases.ts'
import { type Block, list, paragraph, type Reply } from './reply.ts'
import { sayInOtherLanguage, sayPersonInOtherLanguage } from './say-in-other-language.ts'

/** What the wording depends on besides the outcome. */
export type Setting = {
  readonly knowledge: KnowledgeSnapshot
  readonly phrases: Phrases
  /** The day in Warsaw, as 2026-11-24. */
  readonly today: string
  /** Declines in a row before this outcome. */
  readonly declines: number
}

/** Puts an outcome into words. Pure. */
export function say(outcome: Outcome, setting: Setting): Reply {
  const { knowledge, phrases, today, declines } = setting
  switch (outcome.kind) {
    case 'answer':
      return withBesides(sayAnswer(outcome, answerEntry(outcome.topic, knowledge), setting), outcome, setting)
    case 'redirect': {
      const entry = knowledge.entries.get(outcome.topic)
      if (entry?.kind !== 'redirect') throw new Error(`no redirect entry "${outcome.topic}"`)
      const reply: Reply = { blocks: composeRedirect(entry, phrases, today), choices: [personChoice(phrases)] }
      return withBesides(reply, outcome, setting)
    }
    case 'clarify':
      return {
        blocks: [paragraph(phrases.clarify(outcome.topics.length))],
        choices: [
          ...outcome.topics.map(
            topic => ({ label: topicLabel(topic, knowledge), pick: { kind: 'topic', topic } }) as const,
          ),
          { label: phrases.choices.somethingElse, pick: { kind: 'something-else' } },
          personChoice(phrases),
        ],
      }
    case 'handoff':
      if (outcome.language) return sayPersonInOtherLanguage(outcome.language, knowledge.office)
      return sayHandoff(outcome, knowledge, phrases)
    case 'decline':
      if (outcome.language) return sayInOtherLanguage(outcome.language, knowledge.office)
      return {
        blocks: [
          paragraph(phrases.decline(outcome.reason, declines, knowledge.office)),
          ...(declines > 0 ? contact(knowledge, phrases) : []),
        ],
        choices: [personChoice(phrases)],
      }
    case 'smalltalk':
      return { blocks: told(outcome.topic, knowledge), choices: [] }
  }
}

/** Names the assistant as one, before anything else is said. */
export function greet(knowledge: KnowledgeSnapshot, phrases: Phrases): Reply {
  return { blocks: phrases.greeting(knowledge.office, knowledge.noticePage).map(paragraph), choices: [] }
}

function sayAnswer(
  outcome: Extract<Outcome, { kind: 'answer' }>,
  entry: AnswerEntry,
  { knowledge, phrases, today }: Setting,
): Reply {
  const { blocks, isCut } = composeAnswer(entry, outcome, { office: knowledge.office, phrases, today })
  const { topic, aspect } = outcome
  const rest: readonly Choice[] = isCut
    ? [{ label: phrases.choices.whole, pick: { kind: 'whole', topic, aspect } }]
    : []
  const more = entry.kind === 'procedure' ? otherAspects(entry, outcome, phrases) : []
  return { blocks, choices: [...rest, ...more, personChoice(phrases)] }
}

/** Offers what was asked besides, first of all choices. */
function withBesides(
  reply: Reply,
  { topic, besides }: Extract<Outcome, { kind: 'answer' | 'redirect' }>,
  { knowledge, phrases }: Setting,
): Reply {
  if (!besides) return reply
  const label = besides.topic === topic ? phrases.aspects[besides.aspect] : topicLabel(besides.topic, knowledge)
  const others = reply.choices.filter(choice => choice.label !== label)
  return {
    blocks: [...reply.blocks, paragraph(phrases.besides(label))],
    choices: [{ label, pick: { kind: 'aspect', ...besides } }, ...others],
  }
}

const MOST_ASPECTS = 3

/** The aspects most asked for come first. */
const BY_DEMAND = [
  'documents',
  'fee',
  'deadline',
  'how',
  'consequences',
  'appeal',
] as const satisfies readonly (typeof ASPECTS)[number][]

/** What else can be asked about a procedure. */
export function otherAspects(
  entry: ProcedureEntry,
  { topic, aspect }: Pick<Extract<Outcome, { kind: 'answer' }>, 'topic' | 'aspect'>,
  phrases: Phrases,
): readonly Choice[] {
  return BY_DEMAND.filter(other => other !== aspect && hasAspect(entry, other, phrases))
    .slice(0, MOST_ASPECTS)
    .map(other => ({ label: phrases.aspects[other], pick: { kind: 'aspect', topic, aspect: other } }))
}

/** In an emergency 112 comes first, then a person; other hand-overs name the contact. */
function sayHandoff(
  { reason, topic }: Extract<Outcome, { kind: 'handoff' }>,
  knowledge: KnowledgeSnapshot,
  phrases: Phrases,
): Reply {
  if (reason === 'emergency') {
    return { blocks: told('conversation-emergency', knowledge), choices: [personChoice(phrases)] }
  }
  return { blocks: [...sayReason(reason, topic, knowledge, phrases), ...contact(knowledge, phrases)], choices: [] }
}

/** Why a person has to take over. */
export function sayReason(
  reason: Exclude<HandoffReason, 'emergency'>,
  topic: TopicId | null,
  knowledge: KnowledgeSnapshot,
  phrases: Phrases,
): readonly Block[] {
  const label = topic === null ? null : topicLabel(topic, knowledge)
  return phrases.handoff(reason, label).map(paragraph)
}

/** How to reach the office. */
export function contact({ office }: KnowledgeSnapshot, phrases: Phrases): readonly Block[] {
  const { label, items } = phrases.contact(office)
  return list(label, items)
}

/** The words of a conversation entry. */
function told(topic: TopicId, knowledge: KnowledgeSnapshot): readonly Block[] {
  const entry = knowledge.entries.get(topic)
  if (entry?.kind !== 'conversation') throw new Error(`no conversation entry "${topic}"`)
  return entry.answer.map(paragraph)
}

function answerEntry(topic: TopicId, knowledge: KnowledgeSnapshot): AnswerEntry {
  const entry = knowledge.entries.get(topic)
  if (entry?.kind !== 'standard' && entry?.kind !== 'office' && entry?.kind !== 'procedure') {
    throw new Error(`no entry "${topic}" to answer from`)
  }
  return entry
}

export function personChoice(phrases: Phrases): Choice {
  return { label: phrases.choices.person, pick: { kind: 'person' } }
}
