import { dayInWarsaw, daysAfter, momentInWarsaw, weekdayOf } from './office-time.ts'
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

/** Whether the hours say that somebody answers at this moment. */
export function isOpen(hours: OpeningHours, now: Date): boolean {
  return closingAt(hours, now) !== null
}

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
