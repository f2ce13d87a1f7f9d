import { describe, expect, it } from '@jest/globals'
import { ticketDue } from '../../bot/ticket-due.ts'
import { momentInWarsaw } from '../../dialogs/office-time.ts'

const DAY = [{ from: '07:30', to: '15:30' }]
const FRIDAY = momentInWarsaw('2026-11-27T10:00')

describe('when a ticket is due', () => {
  it('counts days on which the desk is open', () => {
    const hours = { week: [DAY, DAY, DAY, DAY, DAY, [], []], exceptions: [] }

    expect(ticketDue(FRIDAY, hours, 2)).toEqual(momentInWarsaw('2026-12-01T15:30'))
  })

  it('counts days of 24 hours where the desk has no hours, or never opens', () => {
    const never = { week: [[], [], [], [], [], [], []], exceptions: [] }

    expect(ticketDue(FRIDAY, null, 2)).toEqual(momentInWarsaw('2026-11-29T10:00'))
    expect(ticketDue(FRIDAY, never, 2)).toEqual(momentInWarsaw('2026-11-29T10:00'))
  })
})
