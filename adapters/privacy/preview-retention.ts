import { z } from 'zod'
import type { RetentionSettings } from '../config.ts'
import { query, type Steps } from '../desk/accounts/steps.ts'
import { endsOf, OVER, RETENTION_CLASSES, type RetentionClass } from './retention-classes.ts'

/** How much of a kind is over. `oldest`: since when the oldest of it is kept; null where nothing is over. */
export type OverCount = { readonly kind: RetentionClass; readonly count: number; readonly oldest: Date | null }

const rowSchema = z.object({ count: z.coerce.number(), oldest: z.coerce.date().nullable() })

/** What retention would delete now. */
export function* previewRetention(settings: RetentionSettings, now: Date): Steps<readonly OverCount[]> {
  const counts: OverCount[] = []
  for (const kind of RETENTION_CLASSES) {
    const { table, since, condition } = OVER[kind]
    const [row] = yield* query(
      `SELECT count(*) AS count, min(${since}) AS oldest FROM ${table} WHERE ${condition}`,
      ...endsOf(kind, settings, now),
    )
    counts.push({ kind, ...rowSchema.parse(row) })
  }
  return counts
}
