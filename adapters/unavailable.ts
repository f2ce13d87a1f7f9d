import { RequestError } from './request-error.ts'

const RETRY_SECONDS = 5

/** Something of ours is away for now: the sender is asked to come again in a moment. The log gets the cause. */
export function unavailable(code: string, message: string, cause?: unknown): RequestError {
  return Object.assign(new RequestError(503, code, message, RETRY_SECONDS), { cause })
}
