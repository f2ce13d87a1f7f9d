import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { momentInWarsaw } from '../../dialogs/office-time.ts'
import { closingAt, endOfWorkingDay, nextOpening, type OpeningHours } from '../../dialogs/opening-hours.ts'
import { openingInWords } from '../../dialogs/opening-in-words.ts'
import { PHRASES } from '../../dialogs/phrases.ts'

const DAY = [{ from: '07:30', to: '15:30' }]
const OFFICE: OpeningHours = { week: [DAY, DAY, DAY, DAY, DAY, [], []], exceptions: [] }

/** Next opening seen from a moment in Warsaw, in words. */
function fromWarsaw(written: string, hours: OpeningHours = OFFICE): string | null {
  const now = momentInWarsaw(written)
  const at = nextOpening(hours, now)
  return at && openingInWords(at, now, PHRASES.pl.desk)
}

describe('the end of the second working day', () => {
  it.each([
    ['after a Monday', '2026-11-23T10:00', '2026-11-25T15:30'],
    ['after a Thursday, over the weekend', '2026-11-26T10:00', '2026-11-30T15:30'],
    ['after a Saturday', '2026-11-28T10:00', '2026-12-01T15:30'],
    ['over Christmas', '2026-12-23T16:00', '2026-12-29T15:30'],
    ['over a change of clocks', '2027-03-26T10:00', '2027-03-31T15:30'],
  ])('%s', (_, since, end) => {
    expect(endOfWorkingDay(OFFICE, momentInWarsaw(since), 2)).toEqual(momentInWarsaw(end))
  })

  it('is none where the desk never opens', () => {
    const closed = { week: [[], [], [], [], [], [], []], exceptions: [] }

    expect(endOfWorkingDay(closed, momentInWarsaw('2026-11-23T10:00'), 2)).toBeNull()
  })
})

describe('the next opening', () => {
  it.each([
    ['before the opening', '2026-11-24T06:00', 'dziś o 7:30'],
    ['on an afternoon', '2026-11-24T16:00', 'jutro o 7:30'],
    ['on a Friday evening', '2026-11-27T16:00', 'w poniedziałek 30 listopada o 7:30'],
    ['at the minute of closing', '2026-11-24T15:30', 'jutro o 7:30'],
    ['while open, for the day after', '2026-11-24T10:00', 'jutro o 7:30'],
    ['on Christmas Eve 2025', '2025-12-24T10:00', 'w poniedziałek 29 grudnia o 7:30'],
    ['on 26 December 2026, a Saturday', '2026-12-26T10:00', 'w poniedziałek 28 grudnia o 7:30'],
    ['on New Year’s Eve 2025, before a long break', '2025-12-31T16:00', 'w piątek 2 stycznia o 7:30'],
    ['on Friday 2 January 2026', '2026-01-02T16:00', 'w poniedziałek 5 stycznia o 7:30'],
    ['before Epiphany 2027, a Wednesday', '2027-01-05T16:00', 'w czwartek 7 stycznia o 7:30'],
    ['on Good Friday 2027', '2027-03-26T16:00', 'we wtorek 30 marca o 7:30'],
    ['before Corpus Christi 2028', '2028-06-14T16:00', 'w piątek 16 czerwca o 7:30'],
    ['in May 2029, with two holidays', '2029-04-30T16:00', 'w środę 2 maja o 7:30'],
    ['before Assumption 2030, a Thursday', '2030-08-14T16:00', 'w piątek 16 sierpnia o 7:30'],
    ['on All Saints’ 2027, a Monday', '2027-11-01T08:00', 'jutro o 7:30'],
    ['before Independence Day 2026', '2026-11-10T16:00', 'w czwartek 12 listopada o 7:30'],
  ])('is right %s', (_when, now, words) => {
    expect(fromWarsaw(now)).toBe(words)
  })

  it.each([
    ['go forward', '2026-03-27T16:00', '2026-03-30T05:30:00.000Z'],
    ['went forward the night before', '2026-03-29T16:00', '2026-03-30T05:30:00.000Z'],
    ['go back', '2026-10-23T16:00', '2026-10-26T06:30:00.000Z'],
    ['went back the night before', '2026-10-25T16:00', '2026-10-26T06:30:00.000Z'],
  ])('is at 7:30 in Warsaw when clocks %s', (_what, now, moment) => {
    expect(nextOpening(OFFICE, momentInWarsaw(now))?.toISOString()).toBe(moment)
  })

  it('keeps to exceptions: closed on a working day, open on a holiday', () => {
    const hours: OpeningHours = {
      ...OFFICE,
      exceptions: [
        { day: '2026-11-25', spans: [] },
        { day: '2026-12-24', spans: [{ from: '08:00', to: '12:00' }] },
      ],
    }

    expect(fromWarsaw('2026-11-24T16:00', hours)).toBe('w czwartek 26 listopada o 7:30')
    expect(closingAt(hours, momentInWarsaw('2026-12-24T09:00'))).not.toBeNull()
  })

  it('is none where nobody ever opens', () => {
    expect(nextOpening({ week: [], exceptions: [] }, momentInWarsaw('2026-11-24T16:00'))).toBeNull()
  })

  it('is later than now, at an open moment, and nothing before it is', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2025-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }), now => {
        const at = nextOpening(OFFICE, now)

        expect(at?.getTime()).toBeGreaterThan(now.getTime())
        expect(at && closingAt(OFFICE, at)).not.toBeNull()
        expect(at && closingAt(OFFICE, new Date(at.getTime() - 1))).toBeNull()
      }),
    )
  })
})

describe('the closing', () => {
  it('is the end of the span at hand', () => {
    expect(closingAt(OFFICE, momentInWarsaw('2026-11-24T10:00'))).toEqual(momentInWarsaw('2026-11-24T15:30'))
  })

  it('is none at the minute of closing, when nobody answers any more', () => {
    expect(closingAt(OFFICE, momentInWarsaw('2026-11-24T15:30'))).toBeNull()
  })

  it('comes before a break', () => {
    const split = [
      { from: '13:00', to: '17:00' },
      { from: '08:00', to: '12:00' },
    ]
    const hours: OpeningHours = { week: Array.from({ length: 7 }, () => split), exceptions: [] }

    expect(closingAt(hours, momentInWarsaw('2026-11-24T09:00'))).toEqual(momentInWarsaw('2026-11-24T12:00'))
    expect(fromWarsaw('2026-11-24T12:00', hours)).toBe('dziś o 13:00')
  })
})
