import { randomUUID } from 'node:crypto'
import type { Activity } from 'botbuilder'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { createBot } from '../../bot/bot.ts'
import { createDesk, type Desk } from '../../bot/desk.ts'
import { createRelay } from '../../bot/relay.ts'
import type { ExplainedReply } from '../../bot/turn.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { plainText } from '../../dialogs/reply.ts'
import { emulatorMessage, post } from './activity.ts'
import { startConnector } from './connector.ts'
import { NO_LIMITS, openPage } from './direct-line.ts'
import { startGraphStandIn } from './graph-stand-in.ts'
import { realKnowledge } from './knowledge.ts'
import { messengerSettings } from './messenger.ts'
import { messengerCitizen } from './messenger-citizen.ts'
import { startService } from './service.ts'

/** One message as a citizen sees it. */
export type Seen = { readonly text: string; readonly choices: readonly string[] }

/** A citizen who talks on one channel. */
export type Talk = {
  readonly write: (text: string) => Promise<unknown>
  /** Picks a choice that was offered, by its label, as the channel's buttons do. */
  readonly pick: (label: string) => Promise<unknown>
  /** The desk that clerks call. */
  readonly desk: Desk
  /** All that was seen so far; a clerk is named before their words. */
  readonly seen: () => Promise<readonly Seen[]>
  readonly close: () => Promise<void>
}

/** What the assistant says, before any channel touches it. */
export async function openReference(): Promise<Talk> {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const common = { store: createSqliteStore(), clock: () => new Date(), log: silent }
  const knowledge = realKnowledge()
  const relay = createRelay({ ...common, channels: () => undefined })
  const bot = createBot({ ...common, knowledge: () => knowledge, relay, rules: { queueMs: 300_000 } })
  const address = randomUUID()
  let conversationId = ''
  async function write(text: string): Promise<void> {
    const origin = { source: 'reference', address, externalId: randomUUID(), returnPath: null, isAwaited: true }
    const accepted = await bot.accept({ kind: 'citizen-wrote', text, origin })
    conversationId = accepted.conversationId
    await bot.repliesTo(accepted)
  }
  async function seen(): Promise<readonly Seen[]> {
    const messages = await common.store.history(conversationId, 0)
    return messages.flatMap(({ content }) => (typeof content === 'string' ? [] : [said(content)]))
  }
  return { write, pick: write, desk: createDesk({ ...common, bot }), seen, close: common.store.close }
}

function said({ reply, by }: ExplainedReply): Seen {
  const text = plainText({ ...reply, choices: [] })
  return {
    text: named(by && PHRASES.pl.desk.clerkName(by.name), text),
    choices: reply.choices.map(({ label }) => label),
  }
}

function named(clerk: string | undefined, text: string): string {
  return clerk === undefined ? text : `${clerk}: ${text}`
}

export async function openWebsiteTalk(): Promise<Talk> {
  const service = await startService({ website: NO_LIMITS })
  const page = await openPage(service.url)
  return {
    write: page.write,
    pick: page.write,
    desk: service.desk,
    async seen() {
      const { body } = await page.read()
      return body.activities
        .filter(({ from }) => from?.role === 'bot')
        .map(activity => {
          const { text, choices } = seenOf(activity)
          return { text: named(activity.from?.id === 'clerk' ? activity.from.name : undefined, text), choices }
        })
    },
    close: service.stop,
  }
}

export async function openEmulatorTalk(): Promise<Talk> {
  return openBotFrameworkTalk('emulator', label => ({ text: label }))
}

/** Messenger through Azure: the button's title comes as the text, and its payload beside it. */
export async function openAzureMessengerTalk(): Promise<Talk> {
  return openBotFrameworkTalk('facebook', (label, activities) => {
    const actions = activities.findLast(({ suggestedActions }) => suggestedActions)?.suggestedActions?.actions ?? []
    const { title, value: payload } = actions.find(({ value }) => value === label) ?? { title: '', value: '' }
    return { text: title, channelData: { message: { mid: randomUUID(), text: title, quick_reply: { payload } } } }
  })
}

async function openBotFrameworkTalk(
  channelId: string,
  picking: (label: string, activities: readonly Partial<Activity>[]) => Readonly<Record<string, unknown>>,
): Promise<Talk> {
  const connector = await startConnector()
  const service = await startService({ website: NO_LIMITS })
  const common = { channelId, serviceUrl: connector.url, conversation: { id: randomUUID() } }
  const send = (more: Readonly<Record<string, unknown>>) =>
    post(service.url, emulatorMessage(undefined, { ...common, ...more }))
  return {
    write: text => send({ text }),
    pick: label => send(picking(label, connector.received)),
    desk: service.desk,
    async seen() {
      return connector.received.filter(({ type }) => type === 'message').map(seenOf)
    },
    async close() {
      await service.stop()
      await connector.stop()
    },
  }
}

export async function openMessengerTalk(): Promise<Talk> {
  const graph = await startGraphStandIn()
  const service = await startService({ messenger: messengerSettings(graph), website: NO_LIMITS })
  const citizen = messengerCitizen(graph, service.url)
  return {
    write: text => citizen.writes(text),
    pick: citizen.picks,
    desk: service.desk,
    async seen() {
      return graph.messages.map(({ message: { text, quick_replies = [] } }) => {
        const choices = quick_replies.map(({ payload }) => payload)
        return { text: withoutNumbered(text, choices), choices }
      })
    },
    async close() {
      await service.stop()
      await graph.stop()
    },
  }
}

function seenOf({ text = '', suggestedActions }: Partial<Activity>): Seen {
  const choices = (suggestedActions?.actions ?? []).map(({ value }) => String(value))
  return { text: withoutNumbered(text, choices), choices }
}

/** Choices whose titles are too long are listed in the text too, by number. */
function withoutNumbered(text: string, choices: readonly string[]): string {
  const numbered = choices.map((label, index) => `${index + 1}. ${label}`).join('\n')
  return choices.length > 0 && text.endsWith(numbered) ? text.slice(0, -numbered.length) : text
}
