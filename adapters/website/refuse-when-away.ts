import { RequestError } from '../request-error.ts'

const RETRY_SECONDS = 5

type Calls = Readonly<Record<string, (...given: never[]) => Promise<unknown>>>

/** The same calls to the store; where one fails, the page is told to try again. */
export function refuseWhenAway<Store extends Calls>(calls: Store): Store {
  const guarded = Object.entries(calls).map(([name, call]) => [
    name,
    (...given: never[]) => call(...given).catch(refuse),
  ])
  return Object.fromEntries(guarded)
}

function refuse(cause: unknown): never {
  const message = 'The conversation cannot be had at the moment. Please try again.'
  throw Object.assign(new RequestError(503, 'NotAvailable', message, RETRY_SECONDS), { cause })
}
