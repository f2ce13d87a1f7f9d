import { configuredBotFramework } from './adapters/bot-framework/configured.ts'
import type { BotFramework } from './adapters/bot-framework/routes.ts'
import type { Config } from './adapters/config.ts'
import { healthRoutes } from './adapters/health.ts'
import { derivedFolder } from './adapters/knowledge/derived-knowledge.ts'
import { createKnowledgeSource } from './adapters/knowledge/knowledge-source.ts'
import { listen } from './adapters/listen.ts'
import { createServer } from './adapters/server.ts'
import { createSqliteStore } from './adapters/storage/sqlite-store.ts'
import { createBot } from './bot/bot.ts'
import type { Clock, Log, Store } from './bot/ports.ts'
import { createRelay } from './bot/relay.ts'

export type App = {
  /** Where it listens, such as `http://127.0.0.1:3978`. */
  readonly url: string
  /** Resolves once questions are answered; rejects when the knowledge cannot be served. */
  readonly ready: Promise<void>
  /** Takes no more requests, ends the turns under way, and closes. */
  readonly stop: () => Promise<void>
}

/** What tests replace. */
export type AppParts = {
  readonly clock?: Clock
  readonly store?: Store
  /** The Bot Framework side; nothing where it must not be served. Default: as the settings say. */
  readonly botFramework?: BotFramework | undefined
}

const RELAY_MS = 1000

/** Puts everything together and starts to listen. Throws when the address cannot be listened on. */
export async function createApp(config: Config, log: Log, parts: AppParts = {}): Promise<App> {
  const { clock = () => new Date(), store = createSqliteStore(), botFramework = configuredBotFramework(config) } = parts
  const knowledge = createKnowledgeSource(config.knowledgeDir, derivedFolder(config.dataDir), log)
  const relay = createRelay({ store, channels: () => botFramework?.channel, clock, log })
  const bot = createBot({ store, knowledge: knowledge.current, relay, clock, log })
  const server = createServer(
    [...healthRoutes(knowledge.isReady), ...(botFramework?.routes(bot) ?? [])],
    knowledge.isReady,
    log,
  )
  const url = await listen(server, config)
  log.info({ url }, `listening on ${url}`)
  const relaying = setInterval(() => relay.deliverDue().catch(logFailure), RELAY_MS)

  function logFailure(error: unknown): void {
    log.error({ error: String(error) }, 'relay failed')
  }

  return {
    url,
    ready: knowledge.load(),
    async stop() {
      clearInterval(relaying)
      await new Promise<void>(resolve => server.close(resolve))
      await bot.idle()
      await store.close()
    },
  }
}
