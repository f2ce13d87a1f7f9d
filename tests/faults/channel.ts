import type { Activity } from 'botbuilder'
import { toMarkdown } from '../../adapters/markdown.ts'
import { toMessages } from '../../adapters/messenger/to-messages.ts'
import type { Reply } from '../../dialogs/reply.ts'
import { emulatorMessage, post } from '../setup/activity.ts'
import { startConnector } from '../setup/connector.ts'
import { APP_SECRET, type GraphStandIn, PAGE_TOKEN, startGraphStandIn } from '../setup/graph-stand-in.ts'
import { batchOf, deliver, VERIFY_TOKEN, wrote } from '../setup/messenger.ts'
import type { Hand } from './citizens.ts'
import { deliveryIn } from './delivery-name.ts'
import type { History } from './history.ts'

/** What the citizens of an arena write on and read; it notes in the history what reaches them. */
export type TestChannel = {
  /** Settings that connect the service to it. */
  readonly settings: Readonly<Record<string, string>>
  readonly hand: Hand
  /** Where replies go; empty where the service knows that by its settings. */
  readonly serviceUrl: string
  /** A kept reply as its citizen reads it. */
  readonly show: (reply: Reply) => string
  readonly stop: () => Promise<void>
}

/** Citizens of an arena write faster than anybody is answered. */
const AS_FAST_AS_THEY_LIKE = { MESSAGES_PER_MINUTE: '1000000', MESSAGES_AT_ONCE: '1000000' }

export async function openEmulator(history: History): Promise<TestChannel> {
  const connector = await startConnector(activity => note(activity, history))
  const serviceUrl = connector.url
  return {
    settings: AS_FAST_AS_THEY_LIKE,
    serviceUrl,
    hand: (url, { id, conversation, text, more = {} }, signal) =>
      post(url, emulatorMessage(text, { id, serviceUrl, conversation: { id: conversation }, ...more }), {}, signal),
    show: ({ blocks }) => toMarkdown(blocks),
    stop: connector.stop,
  }
}

/** `graph`: Meta's side, which can refuse. */
export async function openMessenger(history: History): Promise<TestChannel & { readonly graph: GraphStandIn }> {
  const graph = await startGraphStandIn(({ recipient, message: { text } }) =>
    history.add({ kind: 'received', conversation: recipient.id, delivery: deliveryIn(text), text }),
  )
  return {
    graph,
    settings: {
      MESSENGER_VERIFY_TOKEN: VERIFY_TOKEN,
      MESSENGER_APP_SECRET: APP_SECRET,
      MESSENGER_PAGE_ACCESS_TOKEN: PAGE_TOKEN,
      MESSENGER_GRAPH_URL: graph.url,
      ...AS_FAST_AS_THEY_LIKE,
    },
    serviceUrl: '',
    async hand(url, { id, conversation, text }, signal) {
      const answer = await deliver(url, batchOf(wrote(text, conversation, id)), undefined, signal)
      return { ...answer, headers: new Headers(), activities: [] }
    },
    show: reply =>
      toMessages({ reply, explanation: null })
        .map(({ text }) => text)
        .join('\n\n'),
    stop: graph.stop,
  }
}

/** Replies are messages that name their delivery; the question that one answers comes in the trace after it. */
function note({ type, conversation, text = '', value }: Partial<Activity>, history: History): void {
  const address = conversation?.id ?? ''
  if (type === 'message') {
    history.add({ kind: 'received', conversation: address, delivery: deliveryIn(text), text })
  } else history.add({ kind: 'traced', conversation: address, question: String(value?.message?.text) })
}
