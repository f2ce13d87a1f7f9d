/** What is said while a person is looked for, answers, or will answer later. */
export type DeskPhrases = {
  /** `time` as 7:30, `day` as 2026-01-05, `weekday` from 0 for Monday. */
  readonly opening: {
    readonly today: (time: string) => string
    readonly tomorrow: (time: string) => string
    readonly later: (weekday: number, day: string, time: string) => string
  }
}

const ON_WEEKDAY = [
  'w poniedziałek',
  'we wtorek',
  'w środę',
  'w czwartek',
  'w piątek',
  'w sobotę',
  'w niedzielę',
] as const

const DAY_AND_MONTH = new Intl.DateTimeFormat('pl-PL', { timeZone: 'UTC', day: 'numeric', month: 'long' })

export const DESK_PHRASES_PL: DeskPhrases = {
  opening: {
    today: time => `dziś o ${time}`,
    tomorrow: time => `jutro o ${time}`,
    later: (weekday, day, time) =>
      `${ON_WEEKDAY[weekday]} ${DAY_AND_MONTH.format(new Date(`${day}T00:00:00Z`))} o ${time}`,
  },
}
