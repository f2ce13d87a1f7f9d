const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago that is: "teraz", "4 min", "2 godz.", "3 dni". */
export function timeWords(since: string, now: number): string {
  const passed = Math.max(0, now - Date.parse(since))
  if (passed < MINUTE) return 'teraz'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)}\u00A0min`
  if (passed < DAY) return `${Math.floor(passed / HOUR)}\u00A0godz.`
  const days = Math.floor(passed / DAY)
  return days === 1 ? '1\u00A0dzień' : `${days}\u00A0dni`
}

const DAY_ALONE = new Intl.DateTimeFormat('pl-PL', { timeZone: 'Europe/Warsaw' })
const CLOCK = new Intl.DateTimeFormat('pl-PL', { timeZone: 'Europe/Warsaw', hour: 'numeric', minute: '2-digit' })
const DAY_AND_CLOCK = new Intl.DateTimeFormat('pl-PL', {
  timeZone: 'Europe/Warsaw',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
})

/** The hour in the office's time zone; with the day where that was not today. */
export function clockWords(at: string, now: number): string {
  const then = new Date(at)
  const isToday = DAY_ALONE.format(then) === DAY_ALONE.format(now)
  return isToday ? CLOCK.format(then) : DAY_AND_CLOCK.format(then)
}
