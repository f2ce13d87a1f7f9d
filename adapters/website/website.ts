import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Bot } from '../../bot/bot.ts'
import type { Erasing } from '../../bot/erasing.ts'
import type { Clock, Knowledge, Log, Store } from '../../bot/ports.ts'
import { type Bundle, prepareBundle } from '../bundle.ts'
import type { Config } from '../config.ts'
import type { Route } from '../server.ts'
import { createChatAccess } from './chat-access.ts'
import { createChatTokens } from './chat-token.ts'
import { createClientAddress } from './client-address.ts'
import { conversationRoutes } from './conversation-routes.ts'
import { createForwardClock } from './forward-clock.ts'
import { createIntake } from './intake.ts'
import { createOrigins } from './origins.ts'
import { ownAddresses } from './own-addresses.ts'
import { pageRoutes } from './pages/page-routes.ts'
import { refuseWhenAway } from './refuse-when-away.ts'
import { directLineRoutes } from './routes.ts'
import { createStreamAddress } from './stream-address.ts'
import { createStreams } from './streams.ts'
import { tokenRoutes } from './token-routes.ts'
import { tokenSecrets } from './token-secret.ts'
import { createUpgrade } from './upgrade.ts'
import { WIDGET_FILE } from './widget-file.ts'

/** The chat on the office's website: Direct Line 3.0 for its pages, the script that they load, and pages of our own. */
export type Website = {
  readonly routes: readonly Route[]
  /** Makes the script ready; bundles it first where that is stale. */
  readonly load: () => Promise<void>
  /** Takes the request for a socket. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Tells open pages to come back. */
  readonly stop: () => void
}

/** `listensAt` gives the address once it is known. */
export function createWebsite({
  config,
  store,
  erasing,
  bot,
  knowledge,
  derived,
  clock,
  log,
  listensAt,
}: {
  readonly config: Config
  readonly store: Store
  readonly erasing: Erasing
  readonly bot: Bot
  readonly knowledge: Knowledge
  /** Folder of derived files. */
  readonly derived: string
  readonly clock: Clock
  readonly log: Log
  readonly listensAt: () => string
}): Website {
  const { website: limits } = config
  const { botDays, clerkDays, ticketDays, learningDays, recordsDir } = config.retention
  let widget: Bundle | undefined
  const chats = refuseWhenAway(store.chats)
  const { history } = store
  const kept = refuseWhenAway({ history })
  const tokens = createChatTokens(tokenSecrets(config, log), limits.tokenSeconds, createForwardClock(clock))
  const own = () => ownAddresses(config.publicUrl ?? listensAt())
  const bases = () => (config.publicUrl === undefined ? own() : [config.publicUrl])
  const origins = createOrigins(() => [...own(), ...config.websiteOrigins])
  const access = createChatAccess({ chats, tokens, origins, clock }, limits.endSeconds)
  const streams = createStreams(store, { maxSockets: limits.socketsPerChat, log })
  const intake = createIntake({ bot, chats, signs: store, streams, clock })
  const streamAddress = createStreamAddress(chats, clock, bases, limits.ticketSeconds)
  const addressOf = createClientAddress(config.trustedProxies)
  const pages = pageRoutes({
    knowledge,
    clock,
    widget: () => widget,
    origins,
    own,
    root: new URL(`${config.publicUrl ?? 'http://localhost'}/`).pathname,
    websiteOrigins: config.websiteOrigins,
    notice: {
      isReadByMicrosoft: config.azureLanguage !== undefined,
      isSentByMicrosoft: config.azureBot !== undefined,
      days: { bot: botDays, clerk: clerkDays, ticket: ticketDays, learning: learningDays },
      isRecorded: recordsDir !== undefined,
    },
  })
  const endpoints = [
    ...tokenRoutes({ chats, tokens, origins, access, addressOf, clock, limits }),
    ...conversationRoutes({
      store: kept,
      records: refuseWhenAway({ copy: store.records.copy }),
      erasing: refuseWhenAway({ erase: erasing.erase }),
      tokens,
      access,
      intake,
      streamAddress,
      knowledge,
      clock,
      limits,
    }),
  ]
  return {
    routes: [...pages, ...directLineRoutes(endpoints, origins)],
    async load() {
      widget = await prepareBundle(WIDGET_FILE, derived)
    },
    upgrade: createUpgrade({ chats, clock, log, origins, access, streams }),
    stop: streams.stop,
  }
}
