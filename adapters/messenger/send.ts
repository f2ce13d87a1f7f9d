import { DeliveryError } from '../../bot/delivery-error.ts'
import type { Log } from '../../bot/ports.ts'
import { createRepairPause } from '../repair-pause.ts'
import type { Graph } from './graph.ts'
import { GraphError } from './graph-error.ts'
import { type Remedy, remedyOf } from './remedy.ts'

/** Sends to a citizen: what the Send API takes besides the recipient. Throws `DeliveryError`. */
export type Send = (recipient: string, body: Readonly<Record<string, unknown>>, signal?: AbortSignal) => Promise<void>

const WORDS = {
  refused: 'Messenger refuses our token: run "npm run messenger -- check"',
  mended: 'Messenger takes messages again',
}

/** `now` is a steady clock in milliseconds. */
export function createSend(graph: Pick<Graph, 'post'>, log: Pick<Log, 'error' | 'info'>, now?: () => number): Send {
  const unlessRefused = createRepairPause(WORDS, log, now)
  return (recipient, body, signal) =>
    unlessRefused(async () => {
      await graph.post('me/messages', { recipient: { id: recipient }, ...body }, signal).catch((error: unknown) => {
        throw toDeliveryError(error, 'tag' in body)
      })
    })
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
