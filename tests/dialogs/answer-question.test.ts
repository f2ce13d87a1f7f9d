import { describe, expect, it } from '@jest/globals'
import { answerQuestion, likelyAspect, outcomeForTopic } from '../../dialogs/answer-question.ts'
import type { Outcome } from '../../dialogs/outcome.ts'
import type { Found } from '../../knowledge/search/search.ts'
import { LEARNT_REASONS, type LearntReason } from '../../knowledge/topic.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = createKnowledge()

const NOTHING_FOUND: Found = { topics: [], reasons: [], followUp: 0, aspects: [] }

const answered = (found: Partial<Found>) =>
  answerQuestion({ ...questionOf('cokolwiek', knowledge), found: { ...NOTHING_FOUND, ...found } })

describe('what the search found', () => {
  it('answers the likely aspect of a topic it is sure of', () => {
    const outcome = answered({
      topics: [{ topic: 'parking-card', confidence: 0.9 }],
      aspects: [{ aspect: 'fee', confidence: 0.8 }],
    })

    expect(outcome).toEqual({ kind: 'answer', topic: 'parking-card', aspect: 'fee', whole: false })
  })

  it('offers the topics it is unsure about', () => {
    const outcome = answered({
      topics: [
        { topic: 'vehicle-registration-new', confidence: 0.45 },
        { topic: 'vehicle-registration-used', confidence: 0.4 },
      ],
    })

    expect(outcome).toEqual({ kind: 'clarify', topics: ['vehicle-registration-new', 'vehicle-registration-used'] })
  })

  it('is not understood where all is unlikely', () => {
    const outcome = answered({ topics: [{ topic: 'parking-card', confidence: 0.1 }] })

    expect(outcome).toEqual({ kind: 'decline', reason: 'not-understood' })
  })

  it('is not understood where there is nothing', () => {
    expect(answered({})).toEqual({ kind: 'decline', reason: 'not-understood' })
  })

  const REFUSED: Readonly<Record<LearntReason, Outcome>> = {
    'own-case': { kind: 'handoff', reason: 'own-case', topic: null },
    'legal-advice': { kind: 'handoff', reason: 'legal-advice', topic: null },
    'asked-for-person': { kind: 'handoff', reason: 'asked-for-person', topic: null },
    emergency: { kind: 'handoff', reason: 'emergency', topic: 'conversation-emergency' },
    'not-understood': { kind: 'decline', reason: 'not-understood' },
    'out-of-scope': { kind: 'decline', reason: 'out-of-scope' },
    unsafe: { kind: 'decline', reason: 'unsafe' },
  }

  it.each(LEARNT_REASONS)('is refused for the reason %s', reason => {
    const outcome = answered({
      topics: [{ topic: 'parking-card', confidence: 0.1 }],
      reasons: [{ reason, confidence: 0.8 }],
    })

    expect(outcome).toEqual(REFUSED[reason])
  })
})

describe('a recognised topic', () => {
  const LEADS_TO: readonly (readonly [string, string, Outcome])[] = [
    [
      'standard',
      'standard-5-prompt-service',
      { kind: 'answer', topic: 'standard-5-prompt-service', aspect: 'general', whole: false },
    ],
    ['office', 'office-address', { kind: 'answer', topic: 'office-address', aspect: 'fee', whole: false }],
    ['procedure', 'parking-card', { kind: 'answer', topic: 'parking-card', aspect: 'fee', whole: false }],
    ['redirect', 'redirect-id-card', { kind: 'redirect', topic: 'redirect-id-card' }],
    ['conversation', 'conversation-greeting', { kind: 'smalltalk', topic: 'conversation-greeting' }],
  ]

  it.each(LEADS_TO)('with an entry of kind %s leads there: %s', (_kind, topic, outcome) => {
    expect(outcomeForTopic(topic, 'fee', knowledge)).toEqual(outcome)
  })

  it('of an emergency leads to 112 and a person', () => {
    const outcome = outcomeForTopic('conversation-emergency', 'general', knowledge)

    expect(outcome).toEqual({ kind: 'handoff', reason: 'emergency', topic: 'conversation-emergency' })
  })

  it.each(['fishing-card', 'never-heard-of'])('without an entry leads to a person: %s', topic => {
    const outcome = outcomeForTopic(topic, 'general', knowledge)

    expect(outcome).toEqual({ kind: 'handoff', reason: 'not-known', topic })
  })
})

describe('the likely aspect', () => {
  const aspectOf = (found: Found['aspects']) => likelyAspect({ ...NOTHING_FOUND, aspects: found })

  it.each([
    [0.4, 'place'],
    [0.39, 'general'],
  ] as const)('at a confidence of %d is %s', (confidence, aspect) => {
    expect(aspectOf([{ aspect: 'place', confidence }])).toBe(aspect)
  })

  it('is the overview in a bare index', () => {
    expect(aspectOf([])).toBe('general')
  })
})
