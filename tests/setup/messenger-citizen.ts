import { randomUUID } from 'node:crypto'
import { until } from '../faults/until.ts'
import type { GraphStandIn, SentMessage } from './graph-stand-in.ts'
import { batchOf, deliver, picked, tapped, wrote } from './messenger.ts'

/** A citizen who writes to the page on Messenger. */
export type MessengerCitizen = {
  readonly id: string
  /** Messages as they came. */
  readonly messages: () => readonly SentMessage[]
  /** Their texts. */
  readonly reads: () => readonly string[]
  /** Waits until a message has it. */
  readonly hasRead: (text: string | RegExp) => Promise<void>
  readonly writes: (text: string, mid?: string, at?: number) => Promise<void>
  /** Picks a choice of the last message that offers any, by its label. */
  readonly picks: (label: string | RegExp) => Promise<void>
  /** Taps an item of the menu. */
  readonly taps: (payload: string) => Promise<void>
}

const PATIENCE_MS = 20_000

export function messengerCitizen(graph: Pick<GraphStandIn, 'messages'>, serviceUrl: string): MessengerCitizen {
  const id = randomUUID()
  const messages = () => graph.messages.filter(({ recipient }) => recipient.id === id)
  const reads = () => messages().map(({ message }) => message.text)
  const send = async (item: Readonly<Record<string, unknown>>) => {
    await deliver(serviceUrl, batchOf(item))
  }

  return {
    id,
    messages,
    reads,
    async hasRead(text) {
      const isIt = (each: string) => (typeof text === 'string' ? each.includes(text) : text.test(each))
      await until(`the citizen reads ${text}, not only ${reads().join(' | ')}`, () => reads().some(isIt), PATIENCE_MS)
    },
    writes: (text, mid, at) => send(wrote(text, id, mid, at)),
    async picks(label) {
      const offered = messages().findLast(({ message }) => message.quick_replies)?.message.quick_replies ?? []
      const button = offered.find(({ payload }) => payload.match(label))
      if (!button) throw new Error(`"${label}" is not offered, only ${JSON.stringify(offered)}`)
      await send(picked(button, id))
    },
    taps: payload => send(tapped(payload, id)),
  }
}
