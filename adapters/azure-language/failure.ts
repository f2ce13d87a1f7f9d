/** Why the service did not answer, in words that hold nothing of what was asked. */
export type Failure = {
  /** For the log, such as `429 TooManyRequests`. */
  readonly reason: string
  /** Whether the service is to be left alone; false where it only refused this text. */
  readonly isDown: boolean
  /** What the operator can do; absent where it passes by itself. */
  readonly remedy?: string
  /** How long it is best left alone from now on; absent where that depends on how often it fails. */
  readonly restMs?: number
}

const SECOND = 1000
const MOST_REST_MS = 300 * SECOND
/** A wrong key does not mend itself. */
const WRONG_SETTINGS_REST_MS = 300 * SECOND

const REMEDIES: Readonly<Record<number, string>> = {
  401: 'Check AZURE_LANGUAGE_KEY, or the role "Cognitive Services Language Reader" of the identity.',
  403: 'Give the identity the role "Cognitive Services Language Reader", and check the network rules of the resource.',
  404: 'Check AZURE_LANGUAGE_ENDPOINT.',
}

/**
 * What the SDK threw: `RestError` for answers, other errors where none came. Their messages may quote a request.
 *
 * @param retryAfter that header of the answer, which the SDK's error leaves out.
 */
export function failureOf(error: unknown, retryAfter?: string): Failure {
  const { name, code, statusCode } = fieldsOf(error)
  if (name === 'AbortError' || name === 'TimeoutError') return { reason: 'no answer in time', isDown: true }
  const reason = [statusCode, code].filter(Boolean).join(' ') || name
  if (statusCode === 429) return { reason, isDown: true, restMs: restOf(retryAfter) }
  const remedy = statusCode && REMEDIES[statusCode]
  return { reason, isDown: true, ...(remedy ? { remedy, restMs: WRONG_SETTINGS_REST_MS } : {}) }
}

/** What stands in an answer instead of a document's results. */
export function documentRefused(code: string): Failure {
  return { reason: `document refused: ${code}`, isDown: false }
}

type SdkError = { readonly name: string; readonly code?: string; readonly statusCode?: number }

function fieldsOf(error: unknown): SdkError {
  return error instanceof Error ? (error as SdkError) : { name: typeof error }
}

function restOf(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter)
  return seconds > 0 ? Math.min(seconds * SECOND, MOST_REST_MS) : SECOND
}
