import { createAzureLanguage } from './adapters/azure-language/azure-language.ts'
import { configuredBotFramework } from './adapters/bot-framework/configured.ts'
import type { BotFramework } from './adapters/bot-framework/routes.ts'
import type { Config } from './adapters/config.ts'
import type { AccountDatabase } from './adapters/desk/accounts/steps.ts'
import { createDeskService, FEED_PATH } from './adapters/desk/desk-service.ts'
import { healthRoutes } from './adapters/health.ts'
import { derivedFolder } from './adapters/knowledge/derived-knowledge.ts'
import { createKnowledgeSource } from './adapters/knowledge/knowledge-source.ts'
import { listen } from './adapters/listen.ts'
import { createMailRelay } from './adapters/mail/mail-relay.ts'
import { createMessenger } from './adapters/messenger/messenger.ts'
import { SOURCE as MESSENGER } from './adapters/messenger/to-activities.ts'
import { createPace } from './adapters/pace.ts'
import { createErasureRegister } from './adapters/privacy/erasure-register.ts'
import { createRetentionJob } from './adapters/privacy/retention-job.ts'
import type { Rate } from './adapters/rate-limit.ts'
import { startScheduler } from './adapters/scheduler.ts'
import { createServer } from './adapters/server.ts'
import { openAccounts } from './adapters/storage/open-accounts.ts'
import { openStore } from './adapters/storage/open-store.ts'
import { StoreError } from './adapters/storage/store-error.ts'
import { NOTICE_PATH } from './adapters/website/pages/notice-page.ts'
import { createWebsite } from './adapters/website/website.ts'
import { type Bot, createBot } from './bot/bot.ts'
import { createDesk, type Desk } from './bot/desk.ts'
import { createErasing, type ErasureRegister } from './bot/erasing.ts'
import type { Channel, Channels, Clock, Knowledge, Log, Store } from './bot/ports.ts'
import { createRelay } from './bot/relay.ts'
import { tellDesk } from './bot/tell-desk.ts'

export type App = {
  /** Where it listens, such as `http://127.0.0.1:3978`. */
  readonly url: string
  /** Resolves once questions are answered; rejects when the knowledge cannot be served. */
  readonly ready: Promise<void>
  /** Resolves once the store is another process's: whatever is done here from then on is done twice, so end at once. */
  readonly lost: Promise<StoreError>
  /** A one-time link that creates the first administrator of the desk; nothing once there are accounts. */
  readonly inviteFirst: () => Promise<string | undefined>
  /** What desk pages call. */
  readonly desk: Desk
  /** Says that it is not ready, waits so long, takes no more requests, ends the turns under way, and closes. */
  readonly stop: (waitMs?: number) => Promise<void>
}

/** What tests and the fault harness replace. */
export type AppParts = {
  readonly clock?: Clock
  /** Default: as the settings say. */
  readonly store?: Store
  /** Where accounts of the desk are kept. Default: as the settings say. */
  readonly accounts?: AccountDatabase
  /** Where erasures are noted. Default: the file that the settings say. */
  readonly register?: ErasureRegister
  /** The Bot Framework side; nothing where it must not be served. Default: as the settings say. */
  readonly botFramework?: BotFramework | undefined
  /** Put around every channel that replies are pushed through. */
  readonly wrapChannel?: (channel: Channel) => Channel
}

const SECOND = 1000
const MINUTE = 60 * SECOND

/** At the end, requests that are under way get so long, then turns and deliveries, and then the store. */
const LAST_REQUESTS_MS = 10 * SECOND
const LAST_TURNS_MS = 5 * SECOND
const CLOSING_MS = 5 * SECOND

/** Puts everything together and starts to listen. Throws when the store or the address cannot be had. */
export async function createApp(config: Config, log: Log, parts: AppParts = {}): Promise<App> {
  const { clock = () => new Date(), botFramework = configuredBotFramework(config), wrapChannel = same } = parts
  const { promise: lost, resolve: lose } = Promise.withResolvers<StoreError>()
  const store = tellingOfLoss(parts.store ?? (await openStore(config)), lose)
  const accounts = parts.accounts ?? (await openAccounts(config))
  const register = parts.register ?? createErasureRegister(config.erasureRegister)
  const erasing = createErasing({ store, register, clock, log })
  // Before anybody is served: the database may be an old copy.
  await erasing.replay()
  const derived = derivedFolder(config.dataDir)
  const knowledge = createKnowledgeSource(config.knowledgeDir, derived, log)
  const current = withNoticePage(knowledge.current, config)
  const pace = createPace(rateOf(config))
  const messenger =
    config.messenger && createMessenger(config.messenger, pace, { store, erasing, knowledge: current, clock, log })
  const messengerChannel = messenger && wrapChannel(messenger.channel)
  const botFrameworkChannel = botFramework && wrapChannel(botFramework.channel(current, log))
  const channels: Channels = source => (source === MESSENGER ? messengerChannel : botFrameworkChannel)
  const alert = async (): Promise<void> => {
    if (config.mail?.alertTo !== undefined) await store.mails.alert(clock())
  }
  const relay = createRelay({
    store,
    channels,
    clock,
    log,
    async gaveUp(delivery, isTooLate) {
      await tellDesk(bot)(delivery, isTooLate)
      await alert()
    },
    async blocked() {
      if (config.mail?.alertTo !== undefined) await store.mails.alertOfBlocked(clock())
    },
  })
  const rules = { queueMs: config.queueMinutes * MINUTE, sendsMail: config.mail !== undefined }
  const language = config.azureLanguage && createAzureLanguage(config.azureLanguage, log)
  const bot: Bot = createBot({ store, knowledge: current, relay, clock, log, rules, language })

  let isStopping = false
  const isReady = async (): Promise<boolean> => !isStopping && knowledge.isReady() && (await canKeep(store))
  let url = ''
  const website = createWebsite({
    config,
    store,
    erasing,
    bot,
    knowledge: current,
    derived,
    clock,
    log,
    listensAt: () => url,
  })
  const mailRelay =
    config.mail &&
    createMailRelay({
      settings: config.mail,
      store,
      knowledge: current,
      deskUrl: () => `${config.publicUrl ?? url}/desk`,
      clock,
      log,
      gaveUp: alert,
    })
  const desk = createDesk({ store, bot, clock })
  const deskService = createDeskService({
    config,
    database: accounts,
    desk,
    records: store.records,
    erasing,
    knowledge: current,
    derived,
    clock,
    log,
    listensAt: () => url,
  })
  const routes = [
    ...healthRoutes(isReady),
    ...website.routes,
    ...deskService.routes,
    ...(botFramework?.routes(bot, pace, current) ?? []),
    ...(messenger?.routes(bot) ?? []),
  ]
  const server = createServer(routes, knowledge.isReady, () => canKeep(store), log)
  server.server.on('upgrade', (request, socket, head) => {
    const { upgrade } = request.url === FEED_PATH ? deskService : website
    upgrade(request, socket, head)
  })
  url = await listen(server, config)
  log.info({ url }, `listening on ${url}`)

  const scheduler = startScheduler(
    [
      { name: 'relay', everyMs: config.relayMs, run: relay.deliverDue },
      ...(mailRelay ? [{ name: 'mail', everyMs: config.relayMs, run: mailRelay.deliverDue }] : []),
      {
        name: 'recover',
        everyMs: config.recoverMs,
        run: async () => (knowledge.isReady() ? bot.recover() : undefined),
      },
      {
        name: 'desk',
        everyMs: config.deskMs,
        run: async () => (knowledge.isReady() ? bot.runClock() : undefined),
      },
      { name: 'check the store', everyMs: 5 * SECOND, run: store.check },
      { name: 'destroy keys', everyMs: 60 * SECOND, run: () => store.destroyKeys(clock()) },
      createRetentionJob({ database: accounts, settings: config.retention, clock, log }),
    ],
    log,
  )

  return {
    url,
    ready: Promise.all([knowledge.load(), website.load(), deskService.load()]).then(() => undefined),
    lost,
    inviteFirst: deskService.inviteFirst,
    desk,
    async stop(waitMs = 0) {
      isStopping = true
      // Whoever is still served does not come back on the same connection.
      server.server.prependListener('request', (_request, response) => {
        response.shouldKeepAlive = false
      })
      await wait(waitMs)
      website.stop()
      deskService.stop()
      const closed = new Promise<void>(resolve => server.close(resolve))
      server.server.closeIdleConnections()
      await Promise.race([closed, wait(LAST_REQUESTS_MS)])
      await Promise.race([
        Promise.all([bot.idle().then(relay.stop), scheduler.stop(), mailRelay?.stop()]),
        wait(LAST_TURNS_MS),
      ])
      server.server.closeAllConnections()
      await Promise.race([Promise.all([accounts.close(), store.close()]), wait(CLOSING_MS)])
    },
  }
}

/** The same store, which tells when a look shows that it is another process's. */
function tellingOfLoss(store: Store, lose: (error: StoreError) => void): Store {
  const check = () =>
    store.check().catch((error: unknown) => {
      if (error instanceof StoreError) lose(error)
      throw error
    })
  return { ...store, check }
}

/** Citizens are told where the page stands once the service has an address that they can reach. */
function withNoticePage(current: Knowledge, { publicUrl }: Config): Knowledge {
  if (publicUrl === undefined) return current
  return () => ({ ...current(), noticePage: `${publicUrl}${NOTICE_PATH}` })
}

/** One citizen is answered as fast on every channel. */
function rateOf({ website }: Config): Rate {
  return { perMinute: website.messagesPerMinute, atOnce: website.messagesAtOnce }
}

async function canKeep(store: Store): Promise<boolean> {
  try {
    await store.check()
    return true
  } catch {
    return false
  }
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms).unref())
}

function same(channel: Channel): Channel {
  return channel
}
