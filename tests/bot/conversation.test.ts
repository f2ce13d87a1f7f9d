import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type ConversationState, NEW_CONVERSATION, readState, writeState } from '../../bot/conversation.ts'
import type { Pick } from '../../dialogs/choice.ts'
import { ASPECTS } from '../../knowledge/topic.ts'

const STATE: ConversationState = {
  memory: {
    topic: 'parking-card',
    choices: [
      { label: 'Używane auto', pick: { kind: 'topic', topic: 'vehicle-registration-used' } },
      { label: 'Opłata', pick: { kind: 'aspect', topic: 'parking-card', aspect: 'fee' } },
      { label: 'Pokaż wszystkie', pick: { kind: 'whole', topic: 'parking-card', aspect: 'documents' } },
      { label: 'Inne', pick: { kind: 'something-else' } },
      { label: 'Pracownik', pick: { kind: 'person' } },
    ],
    declines: 2,
  },
  isGreeted: true,
  isGroupRefused: false,
}

const topic = fc.string()
const aspect = fc.constantFrom(...ASPECTS)
const pick: fc.Arbitrary<Pick> = fc.oneof(
  fc.record({ kind: fc.constant('topic' as const), topic }),
  fc.record({ kind: fc.constantFrom('aspect' as const, 'whole' as const), topic, aspect }),
  fc.record({ kind: fc.constantFrom('something-else' as const, 'person' as const) }),
)
const state: fc.Arbitrary<ConversationState> = fc.record({
  memory: fc.record({
    topic: fc.option(topic),
    choices: fc.array(fc.record({ label: fc.string({ unit: 'binary' }), pick }), { maxLength: 6 }),
    declines: fc.nat(),
  }),
  isGreeted: fc.boolean(),
  isGroupRefused: fc.boolean(),
})

/** The written state with some of its fields replaced. */
function altered(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...JSON.parse(writeState(STATE)), ...fields })
}

describe('the state of a conversation', () => {
  it.each([NEW_CONVERSATION, STATE])('is read as it was written: %#', written => {
    expect(readState(writeState(written))).toEqual(written)
  })

  it('is read as it was written, whatever it is', () => {
    fc.assert(
      fc.property(state, written => {
        expect(readState(writeState(written))).toEqual(written)
      }),
    )
  })

  it('bears its schema number', () => {
    expect(JSON.parse(writeState(NEW_CONVERSATION))).toMatchObject({ schema: 1 })
  })

  it.each(['', 'no JSON', 'null', '[]', '{}', '7', '"text"', JSON.stringify(STATE)])(
    'is not read from what is not one: %s',
    stored => {
      expect(() => readState(stored)).toThrow()
    },
  )

  it.each([0, 2, '1', null])('is not read where its schema is %j', schema => {
    expect(() => readState(altered({ schema }))).toThrow()
  })

  it.each([
    ['a count of declines below 0', { ...STATE.memory, declines: -1 }],
    ['half a decline', { ...STATE.memory, declines: 0.5 }],
    ['a topic that is a number', { ...STATE.memory, topic: 7 }],
    ['no choices', { topic: null, declines: 0 }],
    ['an unknown pick', { ...STATE.memory, choices: [{ label: 'a', pick: { kind: 'call' } }] }],
    [
      'an unknown aspect',
      { ...STATE.memory, choices: [{ label: 'a', pick: { kind: 'aspect', topic: 'a', aspect: 'colour' } }] },
    ],
  ])('is not read with %s', (_what, memory) => {
    expect(() => readState(altered({ memory }))).toThrow()
  })

  it.each(['isGreeted', 'isGroupRefused'])('is not read without %s', field => {
    expect(() => readState(altered({ [field]: undefined }))).toThrow()
  })
})
