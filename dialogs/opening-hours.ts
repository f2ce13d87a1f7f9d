import { daysAfter } from '../knowledge/days-after.ts'
import { dayInWarsaw, momentInWarsaw, weekdayOf } from './office-time.ts'
import { isPublicHoliday } from './public-holidays.ts'

/** From and to, as clocks in Warsaw show them: 07:30. */
export type TimeSpan = { readonly from: string; readonly to: string }

/** When clerks of a department answer. Edited at the desk; no claim about when the office is open. */
export type OpeningHours = {
  /** The spans of each day of the week, Monday first. Public holidays are closed all the same. */
  readonly week: readonly (readonly TimeSpan[])[]
  /** Days that are otherwise: closed where there are no spans, and open even on a holiday where there are. */
  readonly exceptions: readonly { readonly day: string; readonly spans: readonly TimeSpan[] }[]
}

/** Who is closed for longer than this has no next opening. */
const MOST_DAYS = 366

/** When the span that holds this moment ends; nothing while closed. */
export function closingAt(hours: OpeningHours, now: Date): Date | null {
  const current = momentsOn(dayInWarsaw(now), hours).find(({ from, to }) => from <= now && now < to)
  return current?.to ?? null
}

/** When the next span begins after this moment; nothing where none does within a year. */
export function nextOpening(hours: OpeningHours, now: Date): Date | null {
  const today = dayInWarsaw(now)
  for (let days = 0; days <= MOST_DAYS; days++) {
    const next = momentsOn(daysAfter(today, days), hours).find(({ from }) => from > now)
    if (next) return next.from
  }
  return null
}

/**
 * When the desk closes on the last of so many days on which it is open, the day of `since` not counted; nothing where there
 * are not as many within a year.
 */
export function endOfWorkingDay(hours: OpeningHours, since: Date, workingDays: number): Date | null {
  const first = dayInWarsaw(since)
  let left = workingDays
  for (let days = 1; days <= MOST_DAYS; days++) {
    const last = momentsOn(daysAfter(first, days), hours).at(-1)
    if (last && --left <= 0) return last.to
  }
  return null
}

function momentsOn(day: string, hours: OpeningHours): readonly { readonly from: Date; readonly to: Date }[] {
  return spansOn(day, hours)
    .map(({ from, to }) => ({ from: momentInWarsaw(`${day}T${from}`), to: momentInWarsaw(`${day}T${to}`) }))
    .toSorted((one, other) => one.from.getTime() - other.from.getTime())
}

function spansOn(day: string, { week, exceptions }: OpeningHours): readonly TimeSpan[] {
  const exception = exceptions.find(each => each.day === day)
  if (exception) return exception.spans
  return isPublicHoliday(day) ? [] : (week[weekdayOf(day)] ?? [])
}
