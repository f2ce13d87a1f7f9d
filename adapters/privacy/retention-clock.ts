import { z } from 'zod'
import { dayInWarsaw, momentInWarsaw } from '../../dialogs/office-time.ts'
import { daysAfter } from '../../knowledge/days-after.ts'
import { query, type Steps } from '../desk/accounts/steps.ts'

/** When retention last deleted, and what the clock said when it was last believed; null before the first look. */
export type RetentionClock = { readonly ranAt: Date | null; readonly clockAt: Date | null }

const time = z.coerce.date().nullable()
const rowSchema = z.object({ ran_at: time, clock_at: time })

export function* readClock(): Steps<RetentionClock> {
  const [row] = (yield* query('SELECT ran_at, clock_at FROM retention_run')).map(each => rowSchema.parse(each))
  return { ranAt: row?.ran_at ?? null, clockAt: row?.clock_at ?? null }
}

/** Remembers that the clock was believed. */
export function* believeClock(now: Date): Steps<void> {
  yield* query('UPDATE retention_run SET clock_at = $1', now)
}

/** Takes the run of this moment, unless somebody else has: of several replicas, and a command beside them, one deletes. */
export function* takeRun({ ranAt }: RetentionClock, now: Date): Steps<boolean> {
  const taken = yield* query(
    'UPDATE retention_run SET ran_at = $1, clock_at = $1 WHERE ran_at IS NOT DISTINCT FROM $2 RETURNING 1 AS one',
    now,
    ranAt,
  )
  return taken.length > 0
}

/** A clock that has moved further than this since it was last looked at is not believed. */
const FURTHEST_MS = 86_400_000

/** Whether the clock has gone on or back by more than a day since it was last looked at. */
export function hasMoved({ clockAt }: RetentionClock, now: Date): boolean {
  return clockAt !== null && Math.abs(now.getTime() - clockAt.getTime()) > FURTHEST_MS
}

/** The first time at which clocks in Warsaw show the hour after the last run; now where there was none. */
export function nextRun({ ranAt }: RetentionClock, hour: number, now: Date): Date {
  if (ranAt === null) return now
  const day = dayInWarsaw(ranAt)
  const written = (of: string) => momentInWarsaw(`${of}T${String(hour).padStart(2, '0')}:00`)
  const same = written(day)
  return same > ranAt ? same : written(daysAfter(day, 1))
}
