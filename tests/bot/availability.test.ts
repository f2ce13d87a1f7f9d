import { describe, expect, it } from '@jest/globals'
import { availabilityOf } from '../../bot/availability.ts'
import { momentInWarsaw } from '../../dialogs/office-time.ts'
import type { OpeningHours } from '../../dialogs/opening-hours.ts'
import { deskOf, FREE_ANNA, FREE_JAN } from '../fixtures/desk.ts'

const DAY = [{ from: '07:30', to: '15:30' }]
const OFFICE: OpeningHours = { week: [DAY, DAY, DAY, DAY, DAY, [], []], exceptions: [] }
const NOON = momentInWarsaw('2026-11-25T12:00')
const NIGHT = momentInWarsaw('2026-11-25T22:00')
const CLOSES = momentInWarsaw('2026-11-25T15:30')
const OPENS = momentInWarsaw('2026-11-26T07:30')

describe('whether a person answers now', () => {
  it.each([
    ['a clerk of the department is free', {}, NOON, { kind: 'free', department: 'transport', closes: null }],
    [
      'one is free within the hours, which end',
      { hours: { transport: OFFICE } },
      NOON,
      { kind: 'free', department: 'transport', closes: CLOSES },
    ],
    [
      'only another department’s clerk is there, who reads the general queue',
      { present: [FREE_JAN] },
      NOON,
      { kind: 'free', department: 'general', closes: null },
    ],
    [
      'all are busy',
      { present: [{ ...FREE_ANNA, presence: 'busy' as const }] },
      NOON,
      { kind: 'busy', department: 'transport', closes: null, place: 1, minutes: 5 },
    ],
    [
      'the only free clerk has a conversation',
      { present: [{ ...FREE_ANNA, holds: 1 }] },
      NOON,
      { kind: 'busy', department: 'transport', closes: null, place: 1, minutes: 5 },
    ],
    [
      'others wait before',
      { waiting: { transport: 3 } },
      NOON,
      { kind: 'busy', department: 'transport', closes: null, place: 4, minutes: 20 },
    ],
    [
      'two clerks share the queue',
      { present: [FREE_ANNA, { ...FREE_JAN, departments: ['transport' as const] }], waiting: { transport: 3 } },
      NOON,
      { kind: 'busy', department: 'transport', closes: null, place: 4, minutes: 10 },
    ],
    ['nobody is there', { present: [] }, NOON, { kind: 'absent' }],
    ['the only clerk is away', { present: [{ ...FREE_ANNA, presence: 'away' as const }] }, NOON, { kind: 'absent' }],
    ['nobody is there within the hours', { present: [], hours: { transport: OFFICE } }, NOON, { kind: 'absent' }],
    [
      'it is night, whoever is there',
      { hours: { transport: OFFICE, general: OFFICE } },
      NIGHT,
      { kind: 'closed', opens: OPENS },
    ],
    [
      'the department never opens',
      { present: [], hours: { transport: { week: [], exceptions: [] } } },
      NOON,
      { kind: 'closed', opens: null },
    ],
  ])('is right where %s', (_where, desk, now, availability) => {
    expect(availabilityOf(deskOf(desk), 'transport', now)).toEqual(availability)
  })
})
