import { composeAnswer, composeRedirect } from '../../dialogs/compose-answer.ts'
import { dayInWarsaw } from '../../dialogs/office-time.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { type Block, plainText, sourceLine } from '../../dialogs/reply.ts'
import { search } from '../../knowledge/search/search.ts'
import type { KnowledgeSnapshot } from '../../knowledge/snapshot.ts'
import type { Aspect, TopicId } from '../../knowledge/topic.ts'
import type { ReadyAnswer } from './wire.ts'

const MOST_ANSWERS = 5

/** Less likely than this is nothing that a clerk looks for. */
const LEAST_CONFIDENCE = 0.02

/** An aspect that is less likely than this was not asked for: the overview then. */
const SURE_ASPECT = 0.5

/** What the knowledge base would answer, the likeliest first, as text that a clerk can change. */
export function findAnswers(question: string, knowledge: KnowledgeSnapshot, now: Date): readonly ReadyAnswer[] {
  const { topics, aspects } = search(question, knowledge.search)
  const [likeliest] = aspects
  const aspect = likeliest && likeliest.confidence > SURE_ASPECT ? likeliest.aspect : 'general'
  return topics
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .flatMap(({ topic }) => answerOf(topic, aspect, knowledge, now))
    .slice(0, MOST_ANSWERS)
}

function answerOf(topic: TopicId, aspect: Aspect, knowledge: KnowledgeSnapshot, now: Date): readonly ReadyAnswer[] {
  const entry = knowledge.entries.get(topic)
  const today = dayInWarsaw(now)
  switch (entry?.kind) {
    case undefined:
    case 'conversation':
      return []
    case 'redirect':
      return [toReady(topic, entry.label, composeRedirect(entry, PHRASES.pl, today))]
    case 'procedure':
    case 'standard':
    case 'office': {
      const setting = { office: knowledge.office, phrases: PHRASES.pl, today }
      return [toReady(topic, entry.label, composeAnswer(entry, { aspect, whole: false }, setting).blocks)]
    }
  }
}

/** The heading is the title; the small print goes along by itself. */
function toReady(id: string, label: string, blocks: readonly Block[]): ReadyAnswer {
  const [first] = blocks
  const said = blocks.filter(block => block.kind !== 'source' && block !== (first?.kind === 'heading' ? first : null))
  const sources = blocks.flatMap(block =>
    block.kind === 'source'
      ? [sourceLine(block, ({ title, url }) => (url === null ? title : `${title} (${url})`))]
      : [],
  )
  return {
    id,
    title: first?.kind === 'heading' ? first.text : label,
    text: plainText({ blocks: said, choices: [] }),
    source: sources.join(' '),
  }
}
