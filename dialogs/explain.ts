import { fold } from '../knowledge/polish/fold.ts'
import { THRESHOLDS } from '../knowledge/search/judge.ts'
import { respell } from '../knowledge/search/respell.ts'
import { type KnowledgeSnapshot, topicLabel } from '../knowledge/snapshot.ts'
import type { Decision } from './decision.ts'
import { leadOf } from './lead.ts'
import type { Besides, Outcome } from './outcome.ts'

/** What was decided, in the words of `knowledge-map`: decision, topic or reason, aspect. For whoever tests answers. */
export function outcomeName(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'answer':
      return `answer › ${outcome.topic} › ${outcome.aspect}${besidesName(outcome)}`
    case 'redirect':
      return `redirect › ${outcome.topic}${besidesName(outcome)}`
    case 'smalltalk':
      return `smalltalk › ${outcome.topic}`
    case 'clarify':
      return `clarify › ${outcome.topics.join(', ')}`
    case 'handoff':
      return ['handoff', outcome.reason, outcome.topic, outcome.language].filter(Boolean).join(' › ')
    case 'decline':
      return ['decline', outcome.reason, outcome.language].filter(Boolean).join(' › ')
  }
}

function besidesName({ besides }: { readonly besides?: Besides }): string {
  return besides ? `, besides ${besides.topic} › ${besides.aspect}` : ''
}

/** Words whose share is told. */
const MOST_SHARES = 8

/** Why a question was decided as it was: lines for a terminal. */
export function explain(question: string, decision: Decision, knowledge: KnowledgeSnapshot): readonly string[] {
  const { found, outcome, decidedBy, confidence } = decision
  const share = (value: number) => value.toFixed(2)
  return [
    `decision    ${outcomeName(outcome)} (${share(confidence)})`,
    `decided by  ${decidedBy}`,
    ...explainReading(question, knowledge),
    ...found.topics.map(
      ({ topic, confidence: value }) => `candidate   ${share(value)}  ${topic}  ${topicLabel(topic, knowledge)}`,
    ),
    ...found.reasons.map(({ reason, confidence: value }) => `reason      ${share(value)}  ${reason}`),
    `follow-up   ${share(found.followUp)}`,
    ...found.aspects.map(({ aspect, confidence: value }) => `aspect      ${share(value)}  ${aspect}`),
    ...explainLead(question, knowledge),
    `thresholds  ${Object.entries(THRESHOLDS)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
  ]
}

function explainReading(question: string, { search }: KnowledgeSnapshot): readonly string[] {
  const read = respell(question, search.topics)
  return read === fold(question) ? [] : [`read as     ${read}`]
}

function explainLead(question: string, { search }: KnowledgeSnapshot): readonly string[] {
  const lead = leadOf(question, search.topics)
  if (!lead) return []
  return [
    `lead        of ${lead.first} over ${lead.second}, by word`,
    ...lead.shares.slice(0, MOST_SHARES).map(({ words, share }) => `word       ${signed(share)}  ${words}`),
  ]
}

function signed(share: number): string {
  return `${share < 0 ? '-' : '+'}${Math.abs(share).toFixed(2)}`
}
