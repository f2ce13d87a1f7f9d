import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  ANSWER_WAYS,
  type ConversationState,
  hasPerson,
  keepsOriginals,
  NEW_CONVERSATION,
  type Owner,
  readState,
  staysOpen,
  writeState,
} from '../../bot/conversation.ts'
import { DESK_DEPARTMENTS } from '../../bot/desk-state.ts'
import { DESK_ACTS, type Pick } from '../../dialogs/choice.ts'
import { FOREIGN_LANGUAGES } from '../../dialogs/foreign-language.ts'
import { ASPECTS } from '../../knowledge/topic.ts'
import { ANNA, OWNERS, TICKET } from '../fixtures/desk.ts'

const STATE: ConversationState = {
  owner: OWNERS.clerk,
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
    ratingAsked: ['parking-card'],
    unhelpful: 1,
    language: 'uk',
  },
  isGreeted: true,
  isGroupRefused: false,
  isContactExpected: true,
  isDepartmentAsked: true,
  tail: { seq: 3, text: 'mój numer 😀 44051' },
  heardAt: new Date('2026-11-25T10:00:00.000Z'),
  holds: 2,
  tickets: 1,
  rates: ANNA,
}

const topic = fc.string()
const aspect = fc.constantFrom(...ASPECTS)
const pick: fc.Arbitrary<Pick> = fc.oneof(
  fc.record({ kind: fc.constant('topic' as const), topic }),
  fc.record({ kind: fc.constantFrom('aspect' as const, 'whole' as const), topic, aspect }),
  fc.record({ kind: fc.constantFrom('something-else' as const, 'person' as const) }),
  fc.record({ kind: fc.constant('desk' as const), act: fc.constantFrom(...DESK_ACTS) }),
)
const since = fc.date({ noInvalidDate: true })
const department = fc.constantFrom(...DESK_DEPARTMENTS)
const clerk = fc.record({ id: fc.string(), name: fc.string() })
const someTicket = fc.record({ number: fc.string(), department, since, answerBy: fc.constantFrom(...ANSWER_WAYS) })
const ticket = fc.option(someTicket)
const owner: fc.Arbitrary<Owner> = fc.oneof(
  fc.record({ kind: fc.constant('bot' as const) }),
  fc.record({ kind: fc.constant('offered' as const), department }),
  fc.record({ kind: fc.constant('queue' as const), department, since, deadline: since, ticket }),
  fc.record({
    kind: fc.constant('clerk' as const),
    department,
    since,
    clerk,
    epoch: fc.nat(),
    isAway: fc.boolean(),
    ticket,
  }),
  fc.record({ kind: fc.constant('ticket' as const), ticket: someTicket }),
  fc.record({ kind: fc.constant('closed' as const), since, ticket }),
)
const state: fc.Arbitrary<ConversationState> = fc.record({
  owner,
  memory: fc.record({
    topic: fc.option(topic),
    choices: fc.array(fc.record({ label: fc.string({ unit: 'binary' }), pick }), { maxLength: 6 }),
    declines: fc.nat(),
    ratingAsked: fc.array(fc.string()),
    unhelpful: fc.nat(),
    language: fc.option(fc.constantFrom(...FOREIGN_LANGUAGES)),
  }),
  isGreeted: fc.boolean(),
  isGroupRefused: fc.boolean(),
  isContactExpected: fc.boolean(),
  isDepartmentAsked: fc.boolean(),
  heardAt: fc.option(since),
  tail: fc.option(fc.record({ seq: fc.integer(), text: fc.string({ unit: 'binary' }) })),
  holds: fc.nat(),
  tickets: fc.nat(),
  rates: fc.option(clerk),
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

  it.each(Object.values(OWNERS))('keeps its owner, with whatever that one carries: $kind', owner => {
    const { owner: read } = readState(writeState({ ...STATE, owner }))

    expect(read).toEqual(owner)
  })

  it('keeps moments to the millisecond', () => {
    const { owner: read } = readState(writeState({ ...STATE, owner: OWNERS.queue }))

    expect(read).toEqual(OWNERS.queue)
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

  it.each([
    ['an unknown owner', { kind: 'robot' }],
    ['a queue since nobody knows when', { ...OWNERS.queue, since: undefined }],
    ['a queue since nothing', { ...OWNERS.queue, since: null }],
    ['a queue since a number', { ...OWNERS.queue, since: 0 }],
    ['a ticket since no day', { kind: 'ticket', ticket: { ...TICKET, since: 'yesterday' } }],
    ["a clerk's hold without a clerk", { ...OWNERS.clerk, clerk: undefined }],
    ['an owner that is a word', 'bot'],
  ])('is not read with %s', (_what, owner) => {
    expect(() => readState(altered({ owner }))).toThrow()
  })

  it.each([
    ['without its message', { text: '44051' }],
    ['of half a message', { seq: 1.5, text: '44051' }],
    ['without a text', { seq: 1 }],
    ['that is a word', '44051'],
  ])('is not read with a tail %s', (_what, tail) => {
    expect(() => readState(altered({ tail }))).toThrow()
  })

  it.each(['owner', 'memory', 'isGreeted', 'isGroupRefused', 'isContactExpected', 'tail'])(
    'is not read without %s',
    field => {
      expect(() => readState(altered({ [field]: undefined }))).toThrow()
    },
  )
})

describe('who the owner is', () => {
  const stateOf = (kind: Owner['kind'], isContactExpected = false): ConversationState => ({
    ...NEW_CONVERSATION,
    owner: OWNERS[kind],
    isContactExpected,
  })

  it.each<[Owner['kind'], boolean, boolean]>([
    ['bot', false, false],
    ['offered', true, false],
    ['queue', true, true],
    ['clerk', true, true],
    ['ticket', false, true],
    ['closed', false, false],
  ])('decides whether a person is involved, and whether silence leaves it open: %s', (kind, person, open) => {
    const state = stateOf(kind)

    expect({ person: hasPerson(state), open: staysOpen(state) }).toEqual({ person, open })
  })

  it.each<[Owner['kind'], boolean, boolean]>([
    ['bot', false, true],
    ['offered', true, true],
    ['queue', true, true],
    ['clerk', true, true],
    ['ticket', false, true],
    ['closed', false, true],
  ])(
    'decides whether originals are kept, unless a contact is expected, when they are anyway: %s',
    (kind, kept, withContact) => {
      expect([keepsOriginals(stateOf(kind)), keepsOriginals(stateOf(kind, true))]).toEqual([kept, withContact])
    },
  )
})
