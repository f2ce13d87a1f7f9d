import type { Browser, BrowserContextOptions } from 'playwright-core'
import { type Config, readConfig } from '../../adapters/config.ts'
import type { NewAccount } from '../../adapters/desk/accounts/account.ts'
import { type AccountDatabase, query } from '../../adapters/desk/accounts/steps.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { STORE_TIMING, type StoreTiming } from '../../adapters/storage/timing.ts'
import type { Store } from '../../bot/ports.ts'
import { startBrowser } from '../setup/browser.ts'
import { type Service, startService } from '../setup/service.ts'
import { type Citizen, visit } from '../widget/citizen.ts'
import { type Clerk, clerkAt, signInOn } from './clerk.ts'

/** The office for one test: the service, citizens before the website and clerks before the desk. */
export type Office = {
  readonly url: string
  readonly store: Store
  readonly accounts: AccountDatabase
  /** A clerk before the desk, on a device of their own. The name is the login too. */
  readonly clerk: (name: string, account?: Partial<NewAccount>, options?: BrowserContextOptions) => Promise<Clerk>
  /** A citizen with an open chat, on a device of their own. */
  readonly citizen: (options?: BrowserContextOptions) => Promise<Citizen>
  /** Everybody at the desk is signed out. */
  readonly endSessions: () => Promise<void>
  /** The clerk signs in anew, and is before the desk again. */
  readonly signIn: (clerk: Clerk) => Promise<void>
  /** The office's clock from now on. */
  readonly setNow: (now: Date) => void
  readonly stop: () => Promise<void>
}

/** `browser` is shared by the tests of a file. */
export async function startOffice(
  browser: Browser,
  {
    timing = {},
    settings: more = {},
  }: { readonly timing?: Partial<StoreTiming>; readonly settings?: Partial<Config> } = {},
): Promise<Office> {
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const many = { chatsPerMinute: 10_000, messagesPerMinute: 10_000, messagesAtOnce: 1_000 }
  const defaults = readConfig({})
  const store = createSqliteStore(':memory:', { ...STORE_TIMING, ...timing })
  const accounts = openSqliteAccounts()
  const settings = {
    website: { ...defaults.website, ...many },
    deskMs: 50,
    ...more,
    clerkSilentSeconds: (timing.silentMs ?? STORE_TIMING.silentMs) / 1000,
  }
  const service: Service = await startService(settings, { store, accounts, clock: now })
  const device = (options: BrowserContextOptions = {}) => browser.newContext({ locale: 'pl-PL', ...options })
  return {
    url: service.url,
    store,
    accounts,
    async clerk(name, account = {}, options = {}) {
      const told = { departments: ['transport'] as const, ...account, name }
      return clerkAt({ browser, url: service.url, accounts, now: now() }, told, options)
    },
    async citizen(options = {}) {
      const citizen = await visit(await device(options), `${service.url}/demo`)
      await citizen.opensChat()
      return citizen
    },
    async endSessions() {
      await accounts.run(() => query('DELETE FROM session'))
    },
    async signIn({ page, login }) {
      await signInOn(page.context(), service.url, accounts, login, now())
      await page.goto(`${service.url}/desk`)
    },
    setNow(then) {
      ahead = then.getTime() - Date.now()
    },
    async stop() {
      await Promise.all(browser.contexts().map(context => context.close()))
      await service.stop()
    },
  }
}

export { startBrowser }
