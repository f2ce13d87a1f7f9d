import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { type Config, readConfig } from '../../adapters/config.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { startBrowser } from '../setup/browser.ts'
import { steadyPort } from '../setup/free-port.ts'
import { type Service, startService } from '../setup/service.ts'
import { temporaryFolder } from '../setup/temporary-folder.ts'
import { type Citizen, visit } from './citizen.ts'

/** The service with a browser before it, for one test file. */
export type Website = {
  readonly url: string
  /** A device of its own: nothing is shared with others. */
  readonly device: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** A citizen on a new device. */
  readonly citizen: (path?: string, options?: BrowserContextOptions) => Promise<Citizen>
  /** So much time goes by, for the service and for the device, whose clock has to be installed. */
  readonly pass: (device: BrowserContext, seconds: number) => Promise<void>
  readonly stopService: () => Promise<void>
  readonly startService: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the service on a file, at an address that stays when it is started again. Limits are out of the way. */
export async function startWebsite(limits: Partial<Config['website']> = {}): Promise<Website> {
  const port = await steadyPort()
  const file = join(temporaryFolder(), 'assistant.db')
  const many = { chatsPerMinute: 10_000, messagesPerMinute: 10_000, messagesAtOnce: 1_000 }
  const settings = { port, website: { ...readConfig({}).website, ...many, ...limits } }
  let aheadMs = 0
  const clock = () => new Date(Date.now() + aheadMs)
  const start = () => startService(settings, { store: createSqliteStore(file), clock })
  let service: Service = await start()
  const browser: Browser = await startBrowser()
  const device = (options: BrowserContextOptions = {}) => browser.newContext({ locale: 'pl-PL', ...options })

  return {
    url: service.url,
    device,
    citizen: async (path = '/demo', options = {}) => visit(await device(options), `${service.url}${path}`),
    async pass(context, seconds) {
      aheadMs += seconds * 1000
      await context.clock.fastForward(seconds * 1000)
    },
    stopService: () => service.stop(),
    async startService() {
      service = await start()
    },
    async stop() {
      await browser.close()
      await service.stop()
    },
  }
}
