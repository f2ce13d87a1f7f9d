import type { Entry } from './entry.ts'

/** Whether a citizen has to be told that the office has not confirmed this entry. What the office published needs none. */
export function needsConfirmation(entry: Entry): boolean {
  if (entry.kind === 'conversation' || entry.confirmed !== undefined) return false
  return Object.values(entry.sources).some(source => !source.byOffice)
}
