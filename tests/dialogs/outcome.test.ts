import { describe, expect, it } from '@jest/globals'
import { type Outcome, topicOf } from '../../dialogs/outcome.ts'

describe('the topic of an outcome', () => {
  const ABOUT: readonly Outcome[] = [
    { kind: 'answer', topic: 'parking-card', aspect: 'fee', whole: false },
    { kind: 'redirect', topic: 'parking-card' },
    { kind: 'handoff', reason: 'not-known', topic: 'parking-card' },
    { kind: 'smalltalk', topic: 'parking-card' },
  ]

  it.each(ABOUT)('is what it is about: $kind', outcome => {
    expect(topicOf(outcome)).toBe('parking-card')
  })

  const ABOUT_NONE: readonly Outcome[] = [
    { kind: 'clarify', topics: ['parking-card', 'office-address'] },
    { kind: 'decline', reason: 'unsafe' },
    { kind: 'handoff', reason: 'own-case', topic: null },
  ]

  it.each(ABOUT_NONE)('is null where there is none: $kind', outcome => {
    expect(topicOf(outcome)).toBeNull()
  })
})
