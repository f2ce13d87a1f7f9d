import type { Office } from '../knowledge/entry.ts'

/** What the office published itself, which is nobody's personal data. */
export function officeNumbers({ phone, email }: Office): readonly string[] {
  return [phone, email].filter(published => published !== undefined)
}
