import { daysAfter } from '../knowledge/days-after.ts'

/** Month and day of the holidays that fall on the same day each year (act of 18 January 1951). */
const FIXED = ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-25', '12-26']

/** Christmas Eve is one since 2025 (Dz.U. 2024 poz. 1965). */
const CHRISTMAS_EVE = '12-24'
const CHRISTMAS_EVE_SINCE = 2025

/** Days after Easter Sunday: itself, Easter Monday, Pentecost, Corpus Christi. */
const AFTER_EASTER = [0, 1, 49, 60]

/** Whether a day, written as 2026-11-24, is a public holiday in Poland. */
export function isPublicHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4))
  const date = day.slice(5)
  if (FIXED.includes(date)) return true
  if (date === CHRISTMAS_EVE) return year >= CHRISTMAS_EVE_SINCE
  const easter = easterSunday(year)
  return AFTER_EASTER.some(days => daysAfter(easter, days) === day)
}

/**
 * Easter Sunday of the Gregorian calendar, as 2026-04-05, by the method known as "Anonymous Gregorian"
 * (Nature, 20 April 1876).
 */
export function easterSunday(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  const month = Math.floor(days / 31)
  return `${year}-${String(month).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`
}
