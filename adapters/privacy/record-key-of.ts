import type { RecordKey } from '../../bot/records.ts'
import { PrivacyError } from './privacy-error.ts'
import { readRecordKey } from './read-record-key.ts'
import { COMMAND_TEXTS } from './texts.ts'

/** The conversation that a command was given. Throws `PrivacyError` where that names none. */
export function recordKeyOf(typed = ''): RecordKey {
  const key = readRecordKey(typed)
  if (key) return key
  throw new PrivacyError(COMMAND_TEXTS.badNumber(typed))
}
