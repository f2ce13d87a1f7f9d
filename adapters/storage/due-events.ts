import type { DueEvent } from '../../bot/desk-store.ts'
import type { StoreTiming } from './timing.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * What time has done. `overdue`: waits with `due_at`. `holds`: of clerks, with `epoch`, `is_away`, `last_seq`, `seen_at` and
 * `silent_ms` by the database's clock, both null for a clerk who never was at the desk.
 */
export function dueEvents(
  overdue: readonly Row[],
  holds: readonly Row[],
  { silentMs, lostMs }: Pick<StoreTiming, 'silentMs' | 'lostMs'>,
): readonly DueEvent[] {
  return [
    ...overdue.map((row): DueEvent => {
      const deadline = momentOf(row.due_at)
      const happening = { kind: 'clock-wait-over', deadline } as const
      return { conversationId: String(row.conversation_id), key: `wait-over ${deadline}`, happening }
    }),
    ...holds.flatMap((row): DueEvent[] => {
      const conversationId = String(row.conversation_id)
      const epoch = Number(row.epoch)
      const silent = row.silent_ms === null ? Number.POSITIVE_INFINITY : Number(row.silent_ms)
      const of = (kind: DueEvent['happening']['kind'] & `clock-clerk-${string}`, key: string): DueEvent[] => [
        { conversationId, key: `${kind} ${key}`, happening: { kind, epoch } },
      ]
      if (silent > lostMs) return of('clock-clerk-lost', String(epoch))
      // A clerk can fall silent, and be heard of again, more than once in a hold.
      if (silent > silentMs && !row.is_away) return of('clock-clerk-silent', `${epoch} ${row.seen_at}`)
      if (silent <= silentMs && row.is_away) return of('clock-clerk-back', `${epoch} ${row.last_seq}`)
      return []
    }),
  ]
}

/** As ISO 8601, whatever the database gives. */
function momentOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}
