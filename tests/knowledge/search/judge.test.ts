import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { judge, THRESHOLDS, type Thresholds } from '../../../knowledge/search/judge.ts'
import type { Found } from '../../../knowledge/search/search.ts'
import { LEARNT_REASONS, type LearntReason } from '../../../knowledge/topic.ts'

/** Thresholds of these examples, so that a new measurement does not change what the examples mean. */
const EXAMPLE: Thresholds = { answer: 0.5, margin: 0.25, clarify: 0.5, choice: 0.1, refuse: 0.35 }

type Odds = Readonly<Record<string, number>>

function found(topics: Odds, reasons: Partial<Record<LearntReason, number>> = {}): Found {
  const byConfidence = (a: { confidence: number }, b: { confidence: number }) => b.confidence - a.confidence
  return {
    topics: Object.entries(topics)
      .map(([topic, confidence]) => ({ topic, confidence }))
      .sort(byConfidence),
    reasons: LEARNT_REASONS.map(reason => ({ reason, confidence: reasons[reason] ?? 0 })).sort(byConfidence),
    followUp: 0,
    aspects: [],
  }
}

describe('the verdict is sure', () => {
  it.each([
    ['one topic is almost certain', { a: 0.95, b: 0.05 }, {}],
    ['it is as likely as needed', { a: 0.5, b: 0.2 }, {}],
    ['it leads by the margin', { a: 0.625, b: 0.375 }, {}],
    ['there is no other', { a: 0.5 }, {}],
    ['it leads a reason by the margin', { a: 0.6, b: 0.1 }, { unsafe: 0.3 }],
  ])('when %s', (_, topics, reasons) => {
    expect(judge(found(topics, reasons), EXAMPLE)).toEqual({ kind: 'sure', topic: 'a' })
  })

  it('about conversation too', () => {
    expect(judge(found({ 'conversation-greeting': 0.9, a: 0.1 }), EXAMPLE)).toEqual({
      kind: 'sure',
      topic: 'conversation-greeting',
    })
  })
})

describe('the verdict is unsure', () => {
  it.each([
    ['two are equally likely', { a: 0.45, b: 0.45, c: 0.05 }, ['a', 'b']],
    ['the lead is short of the margin', { a: 0.55, b: 0.4 }, ['a', 'b']],
    ['the first is short of an answer', { a: 0.49, b: 0.1, c: 0.05 }, ['a', 'b']],
    ['three are likely', { a: 0.3, b: 0.3, c: 0.25 }, ['a', 'b', 'c']],
    ['four are likely', { a: 0.25, b: 0.24, c: 0.23, d: 0.22 }, ['a', 'b', 'c', 'd']],
    [
      'six are likely, of which it offers four',
      { a: 0.2, b: 0.19, c: 0.18, d: 0.17, e: 0.14, f: 0.12 },
      ['a', 'b', 'c', 'd'],
    ],
    ['choices are just likely enough together', { a: 0.3, b: 0.2 }, ['a', 'b']],
    ['conversation is left out of the choices', { 'conversation-thanks': 0.4, a: 0.35, b: 0.2 }, ['a', 'b']],
  ])('when %s', (_, topics, choices) => {
    expect(judge(found(topics), EXAMPLE)).toEqual({ kind: 'unsure', topics: choices })
  })

  it('when one alone is likely, though not enough for an answer, and no reason follows it closely', () => {
    const careful = { ...EXAMPLE, answer: 0.75 }

    expect(judge(found({ a: 0.6, b: 0.05 }), careful)).toEqual({ kind: 'unsure', topics: ['a'] })
    expect(judge(found({ a: 0.6 }, { unsafe: 0.4 }), careful)).toEqual({ kind: 'nothing' })
  })
})

describe('the verdict is to refuse', () => {
  it.each(LEARNT_REASONS)('for the reason %s', reason => {
    expect(judge(found({ a: 0.2 }, { [reason]: 0.7 }), EXAMPLE)).toEqual({ kind: 'refuse', reason })
  })

  it('when the reason is just likely enough', () => {
    expect(judge(found({ a: 0.3 }, { unsafe: 0.35 }), EXAMPLE)).toEqual({ kind: 'refuse', reason: 'unsafe' })
  })

  it('for the likeliest reason', () => {
    const verdict = judge(found({ a: 0.1 }, { unsafe: 0.4, 'own-case': 0.5 }), EXAMPLE)

    expect(verdict).toEqual({ kind: 'refuse', reason: 'own-case' })
  })

  it.each([
    ['a topic is likelier', { a: 0.45, b: 0.15 }, 0.4],
    ['a topic is as likely', { a: 0.4, b: 0.2 }, 0.4],
  ])('but not when %s', (_, topics, unsafe) => {
    expect(judge(found(topics, { unsafe }), EXAMPLE).kind).not.toBe('refuse')
  })
})

describe('the verdict is nothing', () => {
  it.each([
    ['there are no topics', {}, {}],
    ['all are unlikely', { a: 0.09, b: 0.08, c: 0.07 }, {}],
    ['the choices are too unlikely together', { a: 0.25, b: 0.2 }, {}],
    ['the only choice is too unlikely', { a: 0.49, b: 0.09 }, {}],
    ['only conversation is likely', { 'conversation-thanks': 0.45, 'conversation-greeting': 0.45 }, {}],
    ['the reason is short of a refusal', { a: 0.1, b: 0.1 }, { unsafe: 0.34 }],
    ['a reason follows the only topic closely', { a: 0.55 }, { unsafe: 0.45 }],
  ])('when %s', (_, topics, reasons) => {
    expect(judge(found(topics, reasons), EXAMPLE)).toEqual({ kind: 'nothing' })
  })
})

describe('any verdict', () => {
  it('offers one to four choices, none of them conversation', () => {
    const topic = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'conversation-greeting', 'conversation-thanks')
    const odds = fc.dictionary(topic, fc.double({ min: 0, max: 1, noNaN: true }))

    fc.assert(
      fc.property(odds, topics => {
        const verdict = judge(found(topics))

        const offered = verdict.kind === 'unsure' ? verdict.topics : ['a']
        expect(offered.length).toBeGreaterThanOrEqual(1)
        expect(offered.length).toBeLessThanOrEqual(4)
        expect(offered.filter(each => each.startsWith('conversation-'))).toEqual([])
      }),
    )
  })
})

describe('the measured thresholds', () => {
  it('are probabilities', () => {
    expect(Object.values(THRESHOLDS).filter(value => value <= 0 || value >= 1)).toEqual([])
  })

  it('let at least two choices be offered', () => {
    expect(THRESHOLDS.choice * 2).toBeLessThan(1)
  })
})
