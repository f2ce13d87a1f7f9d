import { daysAfter } from '../knowledge/days-after.ts'
import type { DeskPhrases } from './desk-phrases.ts'
import { dayInWarsaw, timeInWarsaw, weekdayOf } from './office-time.ts'

/** When somebody answers, as a citizen says it: „dziś o 12:00”, „jutro o 7:30”, „w poniedziałek 5 stycznia o 7:30”. */
export function openingInWords(at: Date, now: Date, { opening }: Pick<DeskPhrases, 'opening'>): string {
  const day = dayInWarsaw(at)
  const today = dayInWarsaw(now)
  const time = timeInWarsaw(at).replace(/^0/, '')
  if (day === today) return opening.today(time)
  if (day === daysAfter(today, 1)) return opening.tomorrow(time)
  return opening.later(weekdayOf(day), day, time)
}
