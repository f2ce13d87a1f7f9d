import { PrivacyError } from './privacy-error.ts'
import { COMMAND_TEXTS } from './texts.ts'

/** The number of a conversation, also as a ticket bears it: `17`, `Z-17`, `Z-17-2`. Throws `PrivacyError` for anything else. */
export function readNumber(text: string): number {
  const [, number] = /^(?:z-)?(\d{1,9})(?:-\d{1,3})?$/i.exec(text.trim()) ?? []
  if (number === undefined) throw new PrivacyError(COMMAND_TEXTS.badNumber(text))
  return Number(number)
}
