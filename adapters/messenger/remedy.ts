import type { GraphError } from './graph-error.ts'

/**
 * What can be done about a refusal:
 * - `retry`: it may pass by itself;
 * - `repair`: nothing at all gets through until the token is mended;
 * - `permission`: the app may not do this, now or for this citizen;
 * - `wait-for-citizen`: the citizen has to write first;
 * - `give-up`: this message cannot be delivered.
 */
export type Remedy = 'retry' | 'repair' | 'permission' | 'wait-for-citizen' | 'give-up'

/** Outside of the 24 hours, or of the 7 days of a clerk. */
const OUTSIDE_WINDOW = [2018065, 2018278, 2534022]

/** Blocked the page, left Messenger, or cannot be written to at the moment. */
const UNAVAILABLE = [1545041, 2018108, 2018001, 2534014]

/** Unknown fault, service away, limits of calls for the app, the user, the page and this call; message not sent for now. */
const PASSING = [1, 2, 4, 17, 32, 341, 613, 1200]

/** Session and token. */
const TOKEN = [102, 190, 467]

/** Permissions, the tag of a person among them, and what the page or app is barred from for a while; besides 200 to 299. */
const PERMISSION = [3, 10, 368]

/** By https://developers.facebook.com/docs/messenger-platform/error-codes */
export function remedyOf({ status, code, subcode, message }: GraphError): Remedy {
  if (subcode !== null && OUTSIDE_WINDOW.includes(subcode)) return 'wait-for-citizen'
  if (subcode !== null && UNAVAILABLE.includes(subcode)) return 'give-up'
  // Told apart from the code's other meanings by its words alone.
  if (code === 10 && /outside of allowed window/i.test(message)) return 'wait-for-citizen'
  if (code === 100 && /appsecret_proof/i.test(message)) return 'repair'
  if (code === null) return status === 401 ? 'repair' : byStatus(status)
  if (PASSING.includes(code) || (code >= 80_000 && code < 80_100)) return 'retry'
  if (TOKEN.includes(code)) return 'repair'
  return PERMISSION.includes(code) || (code >= 200 && code < 300) ? 'permission' : byStatus(status)
}

function byStatus(status: number): Remedy {
  return status === 0 || status >= 500 || status === 408 || status === 429 ? 'retry' : 'give-up'
}
