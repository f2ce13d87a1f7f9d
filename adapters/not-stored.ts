import type { RequestError } from './request-error.ts'
import { unavailable } from './unavailable.ts'

/** What could not be kept is not acknowledged: its sender keeps it and tries again. */
export function notStored(cause: unknown): RequestError {
  return unavailable('NotStored', 'The message could not be kept. Please send it again.', cause)
}
