import { words } from '../knowledge/polish/words.ts'
import { judge } from '../knowledge/search/judge.ts'
import { type Found, search } from '../knowledge/search/search.ts'
import type { TopicId } from '../knowledge/topic.ts'
import { likelyAspect, outcomeForTopic } from './answer-question.ts'
import type { Dialog, Question } from './dialog.ts'
import { aspectAlone } from './follow-up.ts'
import type { Besides } from './outcome.ts'

/** Where one question ends: after its mark, at the end of a line, or where "i", "oraz", "a" leads to another question. */
const BORDER = /(?<=[?!.])\s+|\n+|,?\s(?:i|oraz|a)\s(?=(?:ile|jak|jaki|jaka|jakie|gdzie|kiedy|kto|czy|co)\s)/iu

const QUESTION_WORDS = new Set(
  'ile jak jaki jaka jakie jakich jakim gdzie kiedy kto komu kogo czy co czego skad dokad ktory ktora ktore'.split(' '),
)

/** Questions after the first that are looked at: each is searched by itself. */
const MOST_LATER = 3

/**
 * Answers the first of several questions in one message and offers the next: another topic, or another aspect of the same
 * one. Sentences that only tell are no questions, though the first question may get its topic from them.
 */
export const severalQuestions: Dialog = question => {
  const [first, ...later] = question.text.split(BORDER).filter(asks)
  if (first === undefined || later.length === 0) return undefined
  const found = search(first, question.knowledge.search)
  const topic = sureTopic(found, question) ?? sureTopic(question.found, question)
  if (topic === undefined) return undefined
  const aspect = aspectAlone(words(first)) ?? likelyAspect(found)
  const besides = later
    .slice(0, MOST_LATER)
    .map(part => askedBesides(part, topic, question))
    .find(each => isOther(each, { topic, aspect }))
  if (!besides) return undefined
  const outcome = outcomeForTopic(topic, aspect, question.knowledge)
  return outcome.kind === 'answer' || outcome.kind === 'redirect' ? { ...outcome, besides } : undefined
}

function asks(part: string): boolean {
  const [first = ''] = words(part)
  return first !== '' && (part.trimEnd().endsWith('?') || QUESTION_WORDS.has(first))
}

function sureTopic(found: Found, { knowledge }: Question): TopicId | undefined {
  const verdict = judge(found)
  if (verdict.kind !== 'sure') return undefined
  const { kind } = outcomeForTopic(verdict.topic, 'general', knowledge)
  return kind === 'answer' || kind === 'redirect' ? verdict.topic : undefined
}

/** "a gdzie?" asks of the topic before; anything else needs a topic of its own. */
function askedBesides(part: string, topic: TopicId, question: Question): Besides | undefined {
  const alone = aspectAlone(words(part))
  if (alone) return { topic, aspect: alone }
  const found = search(part, question.knowledge.search)
  const own = sureTopic(found, question)
  return own === undefined ? undefined : { topic: own, aspect: likelyAspect(found) }
}

function isOther(asked: Besides | undefined, { topic, aspect }: Besides): boolean {
  return asked !== undefined && (asked.topic !== topic || (asked.aspect !== aspect && asked.aspect !== 'general'))
}
