import { describe, expect, it } from '@jest/globals'
import { type ConversationState, NEW_CONVERSATION, readState, writeState } from '../../bot/conversation.ts'
import type { DeskState } from '../../bot/desk-state.ts'
import type { Happening } from '../../bot/event.ts'
import { takeTurn } from '../../bot/take-turn.ts'
import type { Turn } from '../../bot/turn.ts'
import { plainText } from '../../dialogs/reply.ts'
import { deskOf, FREE_ANNA, settingOf } from '../fixtures/desk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const knowledge = createKnowledge()
const NOW = new Date('2026-11-25T10:00:00Z')
const GREETED: ConversationState = { ...NEW_CONVERSATION, isGreeted: true }
const WISH = 'chcę rozmawiać z człowiekiem'
const CITIZENS: Partial<DeskState> = { present: [{ ...FREE_ANNA, departments: ['citizens', 'transport'] }] }
const NOBODY_THERE: Partial<DeskState> = { present: [{ ...FREE_ANNA, departments: [] }] }
const QUESTION = 'Czego dotyczy sprawa?'

function happens(before: ConversationState, happening: Happening, desk = CITIZENS, now = NOW): Turn {
  return takeTurn(before, happening, settingOf(knowledge, now, deskOf(desk)))
}

const writes = (before: ConversationState, text: string, desk = CITIZENS, now = NOW) =>
  happens(before, { kind: 'citizen-wrote', text }, desk, now)
const labelsOf = ({ replies }: Turn) => replies.at(0)?.reply.choices.map(({ label }) => label)
const textOf = ({ replies }: Turn) => replies.map(({ reply }) => plainText(reply)).join('\n')

describe('whoever waits in the general queue', () => {
  it('is asked which of the departments that answer now it is about', () => {
    const turn = writes(GREETED, WISH)

    expect(turn.state.owner).toMatchObject({ kind: 'queue', department: 'general' })
    expect(textOf(turn)).toContain(QUESTION)
    expect(labelsOf(turn)).toEqual(['Pojazdy i prawo jazdy', 'Sprawy obywatelskie', 'Inna sprawa', 'Nie czekam dłużej'])
  })

  it('is not asked where the topic tells it, or no other department answers', () => {
    const known = writes(writes(GREETED, 'karta parkingowa').state, WISH)
    const alone = writes(GREETED, WISH, NOBODY_THERE)

    expect(textOf(known)).not.toContain(QUESTION)
    expect(textOf(alone)).not.toContain(QUESTION)
    expect(labelsOf(alone)).toEqual(['Nie czekam dłużej'])
  })

  it('is asked too where they come from a ticket, unless its department is known', () => {
    const nobody = { present: [] }
    const ticket = writes(GREETED, WISH, nobody).state
    const known = writes(writes(GREETED, 'karta parkingowa').state, WISH, nobody).state

    const turn = writes(ticket, WISH)

    expect(turn.state.owner).toMatchObject({ kind: 'queue', department: 'general', ticket: { number: 'Z-7' } })
    expect(textOf(turn)).toContain(QUESTION)
    expect(textOf(writes(known, WISH))).not.toContain(QUESTION)
  })

  it('moves to the queue of the department that they name, and keeps the time that they have waited', () => {
    const later = new Date(NOW.getTime() + 60_000)
    const asked = readState(writeState(writes(GREETED, WISH).state))

    const turn = writes(asked, 'Sprawy obywatelskie', CITIZENS, later)

    expect(turn.state.owner).toEqual({ ...asked.owner, department: 'citizens' })
    expect(turn.replies.map(({ isForClerks = false }) => isForClerks)).toEqual([false, true])
    expect(labelsOf(turn)).toEqual(['Nie czekam dłużej'])
  })

  it('waits no longer than the department is open', () => {
    const day = [{ from: '07:30', to: '11:02' }]
    const hours = { citizens: { week: [day, day, day, day, day, [], []], exceptions: [] } }
    const asked = writes(GREETED, WISH).state

    const { owner } = writes(asked, 'Sprawy obywatelskie', { ...CITIZENS, hours }).state

    expect(owner).toMatchObject({ department: 'citizens', deadline: new Date('2026-11-25T10:02:00Z') })
  })

  it('stays where they are with another matter, or where the department has gone meanwhile', () => {
    const asked = writes(GREETED, WISH).state

    const other = writes(asked, 'Inna sprawa')
    const gone = writes(asked, 'Sprawy obywatelskie', NOBODY_THERE)

    for (const turn of [other, gone]) expect(turn.state.owner).toEqual(asked.owner)
    expect(textOf(gone)).toContain('nie ma już pracownika')
  })

  it('is asked once in a conversation', () => {
    const left = writes(writes(GREETED, WISH).state, 'Nie czekam dłużej').state

    const again = writes(left, WISH)

    expect(again.state.owner).toMatchObject({ kind: 'queue', department: 'general' })
    expect(textOf(again)).not.toContain(QUESTION)
  })

  it('changes nothing by a choice that is out of date', () => {
    const before = GREETED

    const turn = happens(before, { kind: 'citizen-chose', act: 'department-citizens' })

    expect(turn.state).toEqual(before)
  })
})
