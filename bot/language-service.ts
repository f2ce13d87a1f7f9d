import type { PersonalDataKind } from '../dialogs/personal-data/finding.ts'

/** Reads what citizens write, outside this program. */
export type LanguageService = {
  /** Reads a masked text. Always resolves, and soon: with `NOTHING_READ` where the service does not answer. */
  readonly read: (text: string) => Promise<Reading>
}

/** What the service sees in one message. */
export type Reading = {
  readonly personalData: readonly ReadPersonalData[]
  /** ISO 639-1 code; null where it is not sure. */
  readonly language: string | null
}

/** Names and addresses besides what is detected here; UTF-16 offsets into the text that was read, `end` excluded. */
export type ReadPersonalData = {
  readonly kind: PersonalDataKind | 'person' | 'address'
  readonly start: number
  readonly end: number
}

export const NOTHING_READ: Reading = { personalData: [], language: null }
