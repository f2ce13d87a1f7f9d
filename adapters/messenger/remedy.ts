import type { GraphError } from './graph-error.ts'

/**
 * What can be done about a refusal:
 * - `retry`: it may pass by itself;
 * - `repair`: nothing gets through until a token or permission is mended;
 * - `wait-for-citizen`: the citizen has to write first;
 * - `give-up`: this message cannot be delivered.
 */
export type Remedy = 'retry' | 'repair' | 'wait-for-citizen' | 'give-up'

/** Outside of the 24 hours, or of the 7 days of a clerk. */
const OUTSIDE_WINDOW = [2018065, 2018278, 2534022]

/** Blocked the page, left Messenger, or cannot be written to at the moment. */
const UNAVAILABLE = [1545041, 2018108, 2018001, 2534014]

/** Unknown fault, service away, limits of calls for the app, the user, the page and this call; message not sent for now. */
const PASSING = [1, 2, 4, 17, 32, 341, 613, 1200]

/** Session, token, permissions, and the page or app being restricted. */
const OURS = [3, 10, 102, 190, 200, 230, 299, 368, 467]

/** By https://developers.facebook.com/docs/messenger-platform/error-codes */
export function remedyOf({ status, code, subcode, message }: GraphError): Remedy {
  if (subcode !== null && OUTSIDE_WINDOW.includes(subcode)) return 'wait-for-citizen'
  if (subcode !== null && UNAVAILABLE.includes(subcode)) return 'give-up'
  // Told apart from the code's other meanings by its words alone.
  if (code === 10 && /outside of allowed window/i.test(message)) return 'wait-for-citizen'
  if (code === 100 && /appsecret_proof/i.test(message)) return 'repair'
  if (code === null) return status === 401 || status === 403 ? 'repair' : byStatus(status)
  if (PASSING.includes(code) || (code >= 80_000 && code < 80_100)) return 'retry'
  return OURS.includes(code) ? 'repair' : byStatus(status)
}

function byStatus(status: number): Remedy {
  return status === 0 || status >= 500 || status === 408 || status === 429 ? 'retry' : 'give-up'
}
