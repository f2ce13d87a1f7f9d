/** All office time is Europe/Warsaw, wherever the service runs. */
const WARSAW = 'Europe/Warsaw'

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: WARSAW, dateStyle: 'short' })
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: WARSAW, dateStyle: 'short', timeStyle: 'medium' })
const TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: WARSAW, timeStyle: 'short' })
const WRITTEN_DAY = new Intl.DateTimeFormat('pl-PL', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** The calendar day in Warsaw, as 2026-11-24. */
export function dayInWarsaw(moment: Date): string {
  return DAY.format(moment)
}

/**
 * The moment at which clocks in Warsaw show `written`, such as 2026-12-26T10:00; the later one where they show it twice,
 * an hour on where they skip it. An invalid date for anything else.
 */
export function momentInWarsaw(written: string): Date {
  const asIfUtc = new Date(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(written) ? `${written}Z` : Number.NaN)
  const isReal = !Number.isNaN(asIfUtc.getTime()) && asIfUtc.toISOString().startsWith(written)
  if (!isReal) return new Date(Number.NaN)
  const about = new Date(asIfUtc.getTime() - warsawAheadMs(asIfUtc))
  return new Date(asIfUtc.getTime() - warsawAheadMs(about))
}

/** What clocks in Warsaw show, as 07:30. */
export function timeInWarsaw(moment: Date): string {
  return TIME.format(moment)
}

/** Day of the week of a calendar day: 0 is Monday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** How far clocks in Warsaw are ahead of UTC. */
function warsawAheadMs(moment: Date): number {
  return new Date(`${CLOCK.format(moment).replace(' ', 'T')}Z`).getTime() - moment.getTime()
}

/** A day as citizens read it: `2026-11-24` → "24 listopada 2026 r.". */
export function writtenDay(day: string): string {
  return `${WRITTEN_DAY.format(new Date(`${day}T00:00:00Z`))} r.`
}
