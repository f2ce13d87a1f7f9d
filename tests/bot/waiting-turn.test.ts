import { describe, expect, it } from '@jest/globals'
import { type ConversationState, NEW_CONVERSATION } from '../../bot/conversation.ts'
import type { DeskState } from '../../bot/desk-state.ts'
import type { Happening } from '../../bot/event.ts'
import { takeTurn } from '../../bot/take-turn.ts'
import type { Turn } from '../../bot/turn.ts'
import { plainText } from '../../dialogs/reply.ts'
import { deskOf, FREE_ANNA, OWNERS, settingOf, TICKET } from '../fixtures/desk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const knowledge = createKnowledge()
const NOW = new Date('2026-11-25T10:00:00Z')
const GREETED: ConversationState = { ...NEW_CONVERSATION, isGreeted: true }
const CARD = 'karta parkingowa'
const OWN_CASE = 'na jakim etapie jest moja sprawa'
const NONSENSE = 'bla bla bla'
const BUSY: Partial<DeskState> = { present: [{ ...FREE_ANNA, departments: ['citizens'], presence: 'busy' }] }
const FREE: Partial<DeskState> = { present: [{ ...FREE_ANNA, departments: ['citizens'] }] }
const NOBODY: Partial<DeskState> = { present: [] }

function happens(before: ConversationState, happening: Happening, desk: Partial<DeskState> = FREE, now = NOW): Turn {
  return takeTurn(before, happening, settingOf(knowledge, now, deskOf(desk)))
}

/** The last of the turns of one conversation. */
function wrote(texts: readonly string[], desk: Partial<DeskState> = FREE, before = GREETED): Turn {
  let turn: Turn = { state: before, replies: [] }
  for (const text of texts) turn = happens(turn.state, { kind: 'citizen-wrote', text }, desk)
  return turn
}

const textOf = ({ replies }: Turn) =>
  replies
    .filter(({ isForClerks = false }) => !isForClerks)
    .map(({ reply }) => plainText(reply))
    .join('\n')

describe('a wish for a person', () => {
  it('enters the queue of the topic’s department at once, without a question', () => {
    const turn = wrote([CARD, 'chcę rozmawiać z człowiekiem'])

    expect(turn.state.owner).toMatchObject({ kind: 'queue', department: 'citizens', ticket: null })
    expect(textOf(turn)).toContain('pracownik czyta twoją rozmowę')
  })

  it('by the button does the same', () => {
    expect(happens(GREETED, { kind: 'citizen-asked-for-person' }).state.owner).toMatchObject({
      kind: 'queue',
      department: 'general',
    })
  })

  it('where all are busy apologises, says why, and names place and rough time (rule 5)', () => {
    const text = textOf(wrote([CARD, 'pracownik'], { ...BUSY, waiting: { citizens: 2 } }))

    expect(text).toContain('Przepraszam, trzeba poczekać: wszyscy pracownicy piszą teraz z innymi.')
    expect(text).toContain('Twoje miejsce w kolejce: 3. Czekanie potrwa około 15 minut.')
  })

  it('H06: where nobody is there is a ticket in the same reply, with the other ways to the office', () => {
    const turn = wrote([CARD, 'pracownik'], NOBODY)

    expect(turn.state).toMatchObject({
      owner: { kind: 'ticket', ticket: { number: 'Z-7', department: 'citizens' } },
      tickets: 1,
    })
    expect(textOf(turn)).toContain('Przyjmuję zgłoszenie Z-7.')
    expect(textOf(turn)).toMatch(/Kontakt z urzędem:\n– Adres: .+\n– Strona: /)
  })

  it('while a ticket is open names it, and enters the queue with it once somebody is there', () => {
    const again = wrote(['pracownik', 'pracownik'], NOBODY)
    const later = wrote(['pracownik'], FREE, again.state)

    expect(textOf(again)).toContain('Zgłoszenie Z-7 czeka na pracownika.')
    expect(again.state.tickets).toBe(1)
    expect(later.state.owner).toMatchObject({ kind: 'queue', ticket: { number: 'Z-7' } })
  })

  it('is never promised where no clerk ever was at the desk', () => {
    const turn = wrote(['pracownik'], { isStaffed: false, present: [] })

    expect(turn.state.owner).toEqual({ kind: 'bot' })
    expect(textOf(turn)).toContain('Kontakt z urzędem')
  })
})

describe('an offer', () => {
  it('follows the reason at once, and says what will happen before it happens (rule 10)', () => {
    const turn = wrote([OWN_CASE])

    expect(turn.state.owner).toEqual({ kind: 'offered', department: 'general' })
    expect(textOf(turn)).toMatch(/Stan twojej sprawy zna tylko urząd\..*Pracownik jest teraz wolny\./s)
    expect(turn.replies[0]?.reply.choices.map(({ label }) => label)).toEqual(['Połącz z pracownikiem', 'Nie, dziękuję'])
  })

  it('H02: comes after two messages in a row that were not understood', () => {
    expect(wrote([NONSENSE]).state.owner).toEqual({ kind: 'bot' })
    expect(wrote([NONSENSE, NONSENSE]).state.owner).toMatchObject({ kind: 'offered' })
  })

  it('that is accepted enters the queue; where everybody has gone meanwhile it is a ticket', () => {
    const offered = wrote([OWN_CASE])

    expect(wrote(['Połącz z pracownikiem'], FREE, offered.state).state.owner.kind).toBe('queue')
    expect(wrote(['Połącz z pracownikiem'], NOBODY, offered.state).state.owner.kind).toBe('ticket')
  })

  it('lapses when it is declined, and when something else is asked', () => {
    const offered = wrote([OWN_CASE])

    expect(wrote(['Nie, dziękuję'], FREE, offered.state).state.owner).toEqual({ kind: 'bot' })
    expect(wrote([CARD], FREE, offered.state).state.owner).toEqual({ kind: 'bot' })
  })

  it('of a ticket is what it says where nobody is there', () => {
    expect(textOf(wrote([OWN_CASE], NOBODY))).toContain('Mogę przyjąć zgłoszenie')
  })
})

describe('whoever waits', () => {
  const waiting: ConversationState = { ...GREETED, owner: OWNERS.queue }

  it('is still answered, and can leave with any answer', () => {
    const turn = wrote([CARD], FREE, waiting)

    expect(turn.state.owner).toEqual(OWNERS.queue)
    expect(textOf(turn)).toContain('Karta parkingowa')
    expect(turn.replies[0]?.reply.choices.map(({ label }) => label)).toContain('Nie czekam dłużej')
  })

  it('learns the place again instead of a second offer', () => {
    expect(textOf(wrote([OWN_CASE], { ...BUSY, ahead: 1 }, waiting))).toContain('Twoje miejsce w kolejce: 2.')
  })

  it('leaves at any time, and keeps an open ticket', () => {
    const withTicket: ConversationState = { ...GREETED, owner: { ...OWNERS.queue, ticket: TICKET } }
    const leave: Happening = { kind: 'citizen-chose', act: 'leave-queue' }

    expect(happens(waiting, leave).state.owner).toEqual({ kind: 'bot' })
    expect(happens(withTicket, leave).state.owner).toEqual({ kind: 'ticket', ticket: TICKET })
  })

  it('can leave no more once an open ticket goes on', () => {
    const queued = wrote(['pracownik'], BUSY, { ...GREETED, owner: OWNERS.ticket }).state
    const { owner } = queued
    if (owner.kind !== 'queue') throw new Error('it does not wait')

    const over = happens(queued, { kind: 'clock-wait-over', deadline: owner.deadline.toISOString() }, BUSY)

    expect(queued.memory.choices.map(({ label }) => label)).toContain('Nie czekam dłużej')
    expect(over.state).toMatchObject({ owner: { kind: 'ticket' }, memory: { choices: [] } })
  })

  it('has a ticket once the desk closes, before the deadline', () => {
    const day = [{ from: '07:30', to: '11:02' }]
    const hours = { general: { week: [day, day, day, day, day, [], []], exceptions: [] } }
    const queued = wrote(['pracownik'], { ...BUSY, hours })
    const { owner } = queued.state
    if (owner.kind !== 'queue') throw new Error('it does not wait')

    const over = happens(
      queued.state,
      { kind: 'clock-wait-over', deadline: owner.deadline.toISOString() },
      { ...BUSY, hours },
      owner.deadline,
    )

    expect(owner.deadline).toEqual(new Date('2026-11-25T10:02:00Z'))
    expect(over.state.owner.kind).toBe('ticket')
    expect(textOf(over)).toMatch(/pracownicy skończyli już dyżur.*najwcześniej jutro o 7:30/s)
  })
})

describe('the end', () => {
  const END: Happening = { kind: 'citizen-ended' }
  const UNDO: Happening = { kind: 'citizen-undid-end' }

  it('can be undone for five minutes', () => {
    const ended = happens(GREETED, END)
    const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

    expect(happens(ended.state, UNDO, FREE, minutes(5)).state.owner).toEqual({ kind: 'bot' })
    expect(textOf(happens(ended.state, UNDO, FREE, minutes(6)))).toContain('Zacznij nową rozmowę')
  })

  it('keeps a ticket, which is answered all the same', () => {
    const ended = happens({ ...GREETED, owner: OWNERS.ticket }, END)
    const taken = happens(ended.state, { kind: 'clerk-took', clerk: FREE_ANNA, isForced: false })

    expect(ended.state.owner).toEqual({ kind: 'closed', since: NOW, ticket: TICKET })
    expect(taken.state.owner).toMatchObject({ kind: 'clerk', ticket: TICKET })
  })

  it('of a talk with a clerk asks once what the citizen thinks of them', () => {
    const ended = happens({ ...GREETED, owner: OWNERS.clerk }, END)
    const rated = happens(ended.state, { kind: 'citizen-rated-clerk', stars: 5, comment: 'dziękuję' })
    const again = happens(rated.state, { kind: 'citizen-rated-clerk', stars: 1, comment: null })

    expect(textOf(ended)).toContain('Jak oceniasz rozmowę z pracownikiem?')
    expect(rated.clerkRated).toEqual({ clerk: OWNERS.clerk.clerk, stars: 5, comment: 'dziękuję' })
    expect(again.clerkRated).toBeUndefined()
  })

  describe('rated by a choice', () => {
    const rated = wrote(['5'], FREE, happens({ ...GREETED, owner: OWNERS.clerk }, END).state)
    const asked = wrote(['Dodaj zdanie'], FREE, rated.state)

    it('can be told about in a sentence', () => {
      const turn = wrote(['szybko i miło'], FREE, asked.state)

      expect(rated.replies.at(-1)?.reply.choices.map(({ label }) => label)).toEqual(['Dodaj zdanie'])
      expect(turn.isAboutClerk).toBe(true)
      expect(wrote(['karta parkingowa'], FREE, turn.state).isAboutClerk).toBeUndefined()
    })

    it.each(['karta parkingowa', 'pracownik'])('is over where somebody goes on: „%s”', text => {
      expect(wrote([text], FREE, rated.state).isAboutClerk).toBeUndefined()
    })

    it.each([['Nie, dziękuję'], ['chcę się zabić'], ['chcę rozmawiać z człowiekiem']])(
      'takes no other words for a sentence: „%s”',
      text => {
        expect(wrote([text], FREE, asked.state).isAboutClerk).toBeUndefined()
      },
    )

    it('expects none any more once a person is asked for', () => {
      const { state } = happens(asked.state, { kind: 'citizen-asked-for-person' })

      expect(wrote(['szybko i miło'], FREE, state).isAboutClerk).toBeUndefined()
    })
  })
})

describe('a contact detail', () => {
  const expecting = wrote(['pracownik', 'Odpowiedź telefonem'], NOBODY).state
  const given = (text: string, original: string | null) =>
    takeTurn(expecting, { kind: 'citizen-wrote', text }, settingOf(knowledge, NOW, deskOf(NOBODY)), original)

  it('is taken from the original, and goes nowhere but to the ticket', () => {
    const turn = given('mój telefon [TELEFON]', 'mój telefon 600 100 200')

    expect(turn.contact).toBe('600 100 200')
    expect(JSON.stringify([turn.state, turn.replies])).not.toContain('600')
    expect(turn.state).toMatchObject({ isContactExpected: false, owner: { ticket: { answerBy: 'phone' } } })
  })

  it('is a number without a word for it', () => {
    expect(given('[TELEFON]', '684755302').contact).toBe('684755302')
  })

  it.each([NONSENSE, '[TELEFON]'])('that is not seen is asked for again: „%s”', text => {
    const turn = given(text, null)

    expect(textOf(turn)).toContain('Nie widzę tu numeru telefonu.')
    expect(turn.state.isContactExpected).toBe(true)
  })

  it('waits where somebody tells of a danger', () => {
    const turn = given('pali się dom, dzwońcie [TELEFON]', 'pali się dom, dzwońcie 600 100 200')

    expect(textOf(turn)).toContain('112')
    expect(turn.contact).toBeUndefined()
    expect(turn.state.isContactExpected).toBe(true)
  })

  it('does not keep a question from being answered', () => {
    expect(textOf(given(CARD, null))).toContain('Karta parkingowa')
  })
})
