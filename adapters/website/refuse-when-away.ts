import { unavailable } from '../unavailable.ts'

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
  throw unavailable('NotAvailable', 'The conversation cannot be had at the moment. Please try again.', cause)
}
