import { describe, expect, it } from '@jest/globals'
import type { Decision } from '../../dialogs/decision.ts'
import { explain, outcomeName } from '../../dialogs/explain.ts'
import type { Outcome } from '../../dialogs/outcome.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const knowledge = createKnowledge()

describe('the name of an outcome', () => {
  const NAMED: readonly (readonly [string, Outcome])[] = [
    ['answer › parking-card › fee', { kind: 'answer', topic: 'parking-card', aspect: 'fee', whole: false }],
    ['redirect › redirect-id-card', { kind: 'redirect', topic: 'redirect-id-card' }],
    ['smalltalk › conversation-greeting', { kind: 'smalltalk', topic: 'conversation-greeting' }],
    ['clarify › parking-card, office-address', { kind: 'clarify', topics: ['parking-card', 'office-address'] }],
    ['handoff › own-case', { kind: 'handoff', reason: 'own-case', topic: null }],
    ['handoff › not-known › fishing-card', { kind: 'handoff', reason: 'not-known', topic: 'fishing-card' }],
    ['decline › unsafe', { kind: 'decline', reason: 'unsafe' }],
  ]

  it.each(NAMED)('is %s', (name, outcome) => {
    expect(outcomeName(outcome)).toBe(name)
  })
})

describe('the explanation of a decision', () => {
  const DECISION: Decision = {
    outcome: { kind: 'answer', topic: 'parking-card', aspect: 'fee', whole: false },
    decidedBy: 'answerQuestion',
    confidence: 0.876,
    found: {
      topics: [
        { topic: 'parking-card', confidence: 0.876 },
        { topic: 'fishing-card', confidence: 0.1 },
        { topic: 'foreign-topic', confidence: 0.02 },
      ],
      reasons: [{ reason: 'own-case', confidence: 0.004 }],
      followUp: 0.003,
      aspects: [{ aspect: 'fee', confidence: 0.9 }],
    },
  }

  it('says what was decided, by whom, and what else was likely', () => {
    expect(explain('karta parkingowa', DECISION, knowledge).slice(0, 8)).toEqual([
      'decision    answer › parking-card › fee (0.88)',
      'decided by  answerQuestion',
      'candidate   0.88  parking-card  Karta parkingowa',
      'candidate   0.10  fishing-card  Karta wędkarska',
      'candidate   0.02  foreign-topic  foreign-topic',
      'reason      0.00  own-case',
      'follow-up   0.00',
      'aspect      0.90  fee',
    ])
  })

  it('says how slips were read', () => {
    expect(explain('Karta parkimgowa?', DECISION, knowledge)[2]).toBe('read as     karta parkingowa?')
  })

  it('tells what each word gave to the first before the runner-up', () => {
    const lines = explain('ile za kartę parkingową', DECISION, knowledge)

    expect(lines[8]).toMatch(/^lead {8}of parking-card over \S+, by word$/)
    expect(lines.filter(line => line.startsWith('word'))).toContainEqual(
      expect.stringMatching(/^word {7}\+0\.\d\d {2}parkingowa$/),
    )
  })

  it('ends with the thresholds', () => {
    expect(explain('karta parkingowa', DECISION, knowledge).at(-1)).toMatch(
      /^thresholds {2}answer [\d.]+, margin [\d.]+, clarify [\d.]+, choice [\d.]+, refuse [\d.]+$/,
    )
  })
})
