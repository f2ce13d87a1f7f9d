import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type ConversationState, NEW_CONVERSATION, readState, writeState } from '../../bot/conversation.ts'
import type { DeskRules, DeskState, PresentClerk } from '../../bot/desk-state.ts'
import type { ClerkHappening, ClockHappening, Happening } from '../../bot/event.ts'
import { takeTurn } from '../../bot/take-turn.ts'
import type { Turn } from '../../bot/turn.ts'
import type { OpeningHours } from '../../dialogs/opening-hours.ts'
import { ANNA, deskOf, FREE_ANNA, FREE_JAN, JAN, settingOf } from '../fixtures/desk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const knowledge = createKnowledge()
const START = Date.parse('2026-11-25T08:00:00Z')
const MINUTE = 60_000

/** A step: minutes pass, the desk is like this, and something happens that may look at the state. */
type Step = {
  readonly minutes: number
  readonly desk: DeskState & DeskRules
  readonly happens: (state: ConversationState) => Happening
}

const DAY = [{ from: '07:30', to: '15:30' }]
const OFFICE: OpeningHours = { week: [DAY, DAY, DAY, DAY, DAY, [], []], exceptions: [] }

const desk = fc
  .record({
    present: fc.subarray<PresentClerk>([FREE_ANNA, { ...FREE_JAN, presence: 'busy' }]),
    hours: fc.constantFrom({}, { general: OFFICE, transport: OFFICE }),
    waiting: fc.constantFrom({}, { general: 3, transport: 1 }),
  })
  .map(deskOf)

const clerk = fc.constantFrom(ANNA, JAN)
const department = fc.constantFrom('general' as const, 'transport' as const, 'building' as const)

/** Of the hold at hand, or an older one. */
const epoch = fc.constantFrom(0, 0, 0, -1).map(
  off =>
    ({ holds }: ConversationState) =>
      holds + off,
)

const always = <T extends Happening>(happening: T) => fc.constant(() => happening)

const citizens: fc.Arbitrary<Step['happens']> = fc.oneof(
  fc
    .constantFrom('karta parkingowa', 'pracownik', 'bla bla bla', 'Połącz z pracownikiem', 'Nie czekam dłużej', '5')
    .map(text => () => ({ kind: 'citizen-wrote', text }) as const),
  always({ kind: 'citizen-asked-for-person' }),
  always({ kind: 'citizen-sent-file' }),
  fc
    .constantFrom('accept-offer', 'decline-offer', 'leave-queue', 'answer-by-chat', 'answer-by-phone' as const)
    .map(act => () => ({ kind: 'citizen-chose', act }) as Happening),
  always({ kind: 'citizen-gave-contact', contact: 'jan@example.pl' }),
  always({ kind: 'citizen-rated-clerk', stars: 4, comment: null }),
  always({ kind: 'citizen-ended' }),
  always({ kind: 'citizen-undid-end' }),
)

const clerks: fc.Arbitrary<(state: ConversationState) => ClerkHappening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(clerk, fc.boolean()).map(
      ([who, isForced]) =>
        () =>
          ({ kind: 'clerk-took', clerk: who, isForced }) as const,
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(clerk, epoch).map(
      ([who, of]) =>
        (state: ConversationState) =>
          ({ kind: 'clerk-wrote', clerk: who, epoch: of(state), text: 'słowa' }) as const,
    ),
  },
  clerk.map(who => () => ({ kind: 'clerk-noted', clerk: who, text: 'notatka' }) as const),
  fc.tuple(clerk, epoch, clerk).map(
    ([who, of, to]) =>
      (state: ConversationState) =>
        ({ kind: 'clerk-passed-on', clerk: who, epoch: of(state), to: { kind: 'clerk', clerkId: to.id } }) as const,
  ),
  fc.tuple(clerk, epoch, department).map(
    ([who, of, to]) =>
      (state: ConversationState) =>
        ({
          kind: 'clerk-passed-on',
          clerk: who,
          epoch: of(state),
          to: { kind: 'department', department: to },
        }) as const,
  ),
  fc.tuple(clerk, epoch).map(
    ([who, of]) =>
      (state: ConversationState) =>
        ({ kind: 'clerk-returned', clerk: who, epoch: of(state) }) as const,
  ),
  fc.tuple(clerk, epoch).map(
    ([who, of]) =>
      (state: ConversationState) =>
        ({ kind: 'clerk-ended', clerk: who, epoch: of(state), label: 'opłata' }) as const,
  ),
  fc.tuple(clerk, epoch, department).map(
    ([who, of, to]) =>
      (state: ConversationState) =>
        ({ kind: 'clerk-made-ticket', clerk: who, epoch: of(state), department: to }) as const,
  ),
)

const clocks: fc.Arbitrary<(state: ConversationState) => ClockHappening> = fc.oneof(
  fc.constant(({ owner }: ConversationState) => ({
    kind: 'clock-wait-over' as const,
    deadline: owner.kind === 'queue' ? owner.deadline.toISOString() : new Date(START).toISOString(),
  })),
  fc.tuple(fc.constantFrom('clock-clerk-silent', 'clock-clerk-back', 'clock-clerk-lost' as const), epoch).map(
    ([kind, of]) =>
      (state: ConversationState) =>
        ({ kind, epoch: of(state) }) as ClockHappening,
  ),
)

const steps = fc.array(
  fc.record<Step>({
    minutes: fc.constantFrom(0, 1, 4, 600),
    desk,
    happens: fc.oneof({ weight: 4, arbitrary: citizens }, { weight: 4, arbitrary: clerks }, clocks),
  }),
  { maxLength: 30 },
)

type Taken = {
  readonly before: ConversationState
  readonly happening: Happening
  readonly turn: Turn
  /** The same event once more. */
  readonly again: Turn
}

function taken(all: readonly Step[]): readonly Taken[] {
  let state: ConversationState = { ...NEW_CONVERSATION, isGreeted: true }
  let now = START
  return all.map(({ minutes, desk: at, happens }) => {
    now += minutes * MINUTE
    const before = state
    const happening = happens(before)
    const setting = settingOf(knowledge, new Date(now), at)
    const turn = takeTurn(before, happening, setting)
    const again = takeTurn(turn.state, happening, setting)
    state = turn.state
    return { before, happening, turn, again }
  })
}

const seen = ({ replies }: Turn) => replies.filter(({ isForClerks = false }) => !isForClerks)
const forClerks = ({ replies }: Turn) => replies.filter(({ isForClerks = false }) => isForClerks)
const isCitizens = ({ kind }: Happening) => kind.startsWith('citizen-')

/** Holds for each turn of any sequence of events. */
function inEachTurn(holds: (taken: Taken) => void): void {
  fc.assert(
    fc.property(steps, all => {
      for (const each of taken(all)) holds(each)
    }),
    { numRuns: 400 },
  )
}

describe('whatever happens to a conversation', () => {
  it('leads to every owner, and to every refusal that a turn can give', () => {
    const turns = fc.sample(steps, { numRuns: 1500, seed: 1 }).flatMap(all => taken(all).map(({ turn }) => turn))

    expect(new Set(turns.map(({ state }) => state.owner.kind)).size).toBe(6)
    expect(new Set(turns.flatMap(({ refused }) => refused?.kind ?? [])).size).toBe(4)
  })

  it('never has two speakers: the bot answers nothing while a clerk has it', () => {
    inEachTurn(({ before, happening, turn }) => {
      if (before.owner.kind !== 'clerk' || !isCitizens(happening)) return
      expect(turn.replies.filter(({ explanation }) => explanation !== null)).toEqual([])
      if (happening.kind === 'citizen-wrote') expect(turn).toEqual({ state: before, replies: [] })
    })
  })

  it('lets none but its holder speak to the citizen, and shows their words', () => {
    inEachTurn(({ before, happening, turn }) => {
      const words = seen(turn).filter(({ by }) => by !== undefined)
      const isHolders =
        happening.kind === 'clerk-wrote' &&
        before.owner.kind === 'clerk' &&
        before.owner.clerk.id === happening.clerk.id &&
        before.owner.epoch === happening.epoch
      expect(words).toHaveLength(isHolders ? 1 : 0)
    })
  })

  it('tells a clerk who changed nothing why', () => {
    inEachTurn(({ happening, before, turn }) => {
      const isDeed = happening.kind.startsWith('clerk-') && happening.kind !== 'clerk-took'
      if (isDeed && turn.replies.length === 0) expect(turn.refused).toBeDefined()
      if (turn.refused) expect(turn).toMatchObject({ state: before, replies: [] })
    })
  })

  it('is no dead end: whoever writes or asks for a person is answered, unless a clerk reads it', () => {
    inEachTurn(({ before, happening, turn }) => {
      const speaks = ['citizen-wrote', 'citizen-asked-for-person', 'citizen-chose', 'citizen-gave-contact']
      if (!speaks.includes(happening.kind) || before.owner.kind === 'clerk') return
      expect(seen(turn)).not.toEqual([])
    })
  })

  it('never waits without an end: a wait is over by its deadline, and every ticket has its number', () => {
    inEachTurn(({ turn: { state } }) => {
      if (state.owner.kind === 'queue') {
        const setting = settingOf(knowledge, state.owner.deadline, deskOf({ present: [] }))
        const deadline = state.owner.deadline.toISOString()
        expect(takeTurn(state, { kind: 'clock-wait-over', deadline }, setting).state.owner.kind).toBe('ticket')
      }
      if (state.owner.kind === 'ticket') expect(state.owner.ticket.number).toMatch(/^Z-7(-\d+)?$/)
    })
  })

  it('tells both sides of each change of who speaks', () => {
    inEachTurn(({ before, turn }) => {
      const [from, to] = [before.owner.kind, turn.state.owner.kind]
      const isChange = from !== to || before.holds !== turn.state.holds
      // An offer that lapses is told by the answer itself; an end is undone by going on.
      if (!isChange || [from, to].includes('offered') || from === 'closed') return
      expect(seen(turn)).not.toEqual([])
      if (from === 'clerk' || to === 'clerk') expect(forClerks(turn)).not.toEqual([])
    })
  })

  it('is changed once by an event that comes twice', () => {
    inEachTurn(({ happening, turn, again }) => {
      if (happening.kind === 'citizen-wrote') return
      expect(again.state.owner).toEqual(turn.state.owner)
      expect(again.state.holds).toBe(turn.state.holds)
      expect(again.state.tickets).toBe(turn.state.tickets)
      expect(again.clerkRated).toBeUndefined()
    })
  })

  it('counts its holds upwards, so that none has the number of another', () => {
    inEachTurn(({ before, turn: { state } }) => {
      expect(state.holds).toBeGreaterThanOrEqual(before.holds)
      if (state.owner.kind === 'clerk') expect(state.owner.epoch).toBe(state.holds)
    })
  })

  it('is read as it was written', () => {
    inEachTurn(({ turn: { state } }) => {
      expect(readState(writeState(state))).toEqual(state)
    })
  })
})
