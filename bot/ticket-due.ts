import { endOfWorkingDay, type OpeningHours } from '../dialogs/opening-hours.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** When a ticket should have been answered: by days on which the desk is open, or simply by days where it has no hours. */
export function ticketDue(since: Date, hours: OpeningHours | null, days: number): Date {
  const byHours = hours && endOfWorkingDay(hours, since, days)
  return byHours ?? new Date(since.getTime() + days * DAY_MS)
}
