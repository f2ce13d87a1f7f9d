import { DeliveryError } from '../../bot/delivery-error.ts'
import type { Log } from '../../bot/ports.ts'
import type { Graph } from './graph.ts'
import { GraphError } from './graph-error.ts'
import { type Remedy, remedyOf } from './remedy.ts'

/** Sends to a citizen: what the Send API takes besides the recipient. Throws `DeliveryError`. */
export type Send = (recipient: string, body: Readonly<Record<string, unknown>>, signal?: AbortSignal) => Promise<void>

/** While nothing gets through Meta is asked again this often, however much there is to send. */
const PAUSE_MS = 60_000

/** `now` is a steady clock in milliseconds. */
export function createSend(
  graph: Pick<Graph, 'post'>,
  log: Pick<Log, 'error' | 'info'>,
  now: () => number = () => performance.now(),
): Send {
  let broken: { readonly error: DeliveryError; readonly until: number } | undefined

  function note(error: DeliveryError): DeliveryError {
    if (!error.needsRepair) return error
    if (!broken) log.error({ error: error.message }, 'Messenger refuses our token: run "npm run messenger -- check"')
    broken = { error, until: now() + PAUSE_MS }
    return error
  }

  /** Of all that waits one goes ahead each time, and shows whether the token was mended. */
  function goAhead(): void {
    if (!broken) return
    if (now() < broken.until) throw broken.error
    broken = { ...broken, until: now() + PAUSE_MS }
  }

  return async (recipient, body, signal) => {
    goAhead()
    try {
      await graph.post('me/messages', { recipient: { id: recipient }, ...body }, signal)
    } catch (error) {
      throw note(toDeliveryError(error, 'tag' in body))
    }
    if (broken) log.info({}, 'Messenger takes messages again')
    broken = undefined
  }
}

type Known = { readonly isFinal: boolean; readonly needsRepair?: true; readonly isTooLate?: true }

const KNOWN: Readonly<Record<Remedy, Known>> = {
  retry: { isFinal: false },
  repair: { isFinal: false, needsRepair: true },
  permission: { isFinal: false },
  'wait-for-citizen': { isFinal: true, isTooLate: true },
  'give-up': { isFinal: true },
}

/** Without the permission for a person's tag, the citizen has to write first, as without the tag. */
function toDeliveryError(error: unknown, isTagged: boolean): DeliveryError {
  if (!(error instanceof GraphError)) return new DeliveryError(String(error), false, { cause: error })
  const remedy = remedyOf(error)
  const { isFinal, ...known } = KNOWN[remedy === 'permission' && isTagged ? 'wait-for-citizen' : remedy]
  return new DeliveryError(error.message, isFinal, { ...known, cause: error })
}
