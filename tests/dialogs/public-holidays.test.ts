import { describe, expect, it } from '@jest/globals'
import { easterSunday, isPublicHoliday } from '../../dialogs/public-holidays.ts'
import { daysAfter } from '../../knowledge/days-after.ts'

/** Easter Sundays as published in church calendars. */
const EASTER = [
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2029, '2029-04-01'],
  [2030, '2030-04-21'],
  [2038, '2038-04-25'],
] as const

/** Easter Monday, Pentecost and Corpus Christi of each year. */
const MOVABLE: Readonly<Record<number, readonly string[]>> = {
  2025: ['04-20', '04-21', '06-08', '06-19'],
  2026: ['04-05', '04-06', '05-24', '06-04'],
  2027: ['03-28', '03-29', '05-16', '05-27'],
  2028: ['04-16', '04-17', '06-04', '06-15'],
  2029: ['04-01', '04-02', '05-20', '05-31'],
  2030: ['04-21', '04-22', '06-09', '06-20'],
}
const FIXED = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-24', '12-25', '12-26']

describe('public holidays', () => {
  it.each(EASTER)('know Easter of %i', (year, day) => {
    expect(easterSunday(year)).toBe(day)
  })

  it.each(Object.keys(MOVABLE).map(Number))('of %i are these and no others', year => {
    const days = Array.from({ length: 366 }, (_, index) => daysAfter(`${year}-01-01`, index))
    const holidays = days.filter(day => day.startsWith(String(year)) && isPublicHoliday(day))

    expect(holidays.map(day => day.slice(5))).toEqual([...new Set([...FIXED, ...(MOVABLE[year] ?? [])])].toSorted())
  })

  it('have Christmas Eve since 2025', () => {
    expect(['2024-12-24', '2025-12-24'].map(isPublicHoliday)).toEqual([false, true])
  })
})
