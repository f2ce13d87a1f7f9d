import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { readConfig } from '../../adapters/config.ts'
import type { NewAccount } from '../../adapters/desk/accounts/account.ts'
import { type AccountDatabase, query } from '../../adapters/desk/accounts/steps.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { STORE_TIMING, type StoreTiming } from '../../adapters/storage/timing.ts'
import type { Store } from '../../bot/ports.ts'
import { startBrowser } from '../setup/browser.ts'
import { makeAccount, signedInBrowser } from '../setup/desk-browser.ts'
import { type Service, startService } from '../setup/service.ts'
import { type Citizen, visit } from '../widget/citizen.ts'
import { type Clerk, openDesk } from './clerk.ts'

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
  { timing = {} }: { readonly timing?: Partial<StoreTiming> } = {},
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
    clerkSilentSeconds: (timing.silentMs ?? STORE_TIMING.silentMs) / 1000,
  }
  const service: Service = await startService(settings, { store, accounts, clock: now })
  const device = (options: BrowserContextOptions = {}) => browser.newContext({ locale: 'pl-PL', ...options })
  const logins = new Map<BrowserContext, string>()

  async function signIn(context: BrowserContext): Promise<void> {
    const signedIn = await signedInBrowser(service.url, accounts, logins.get(context) ?? '', now())
    const [, value = ''] = signedIn.cookie().split('=')
    await context.addCookies([{ name: 'desk', value, url: service.url }])
  }

  return {
    url: service.url,
    store,
    accounts,
    async clerk(name, account = {}, options = {}) {
      const login = name.toLowerCase().replace(/[^a-z]/g, '-')
      await makeAccount(accounts, { departments: ['transport'], ...account, login, name })
      const context = await device({ viewport: { width: 1280, height: 800 }, ...options })
      logins.set(context, login)
      await signIn(context)
      return openDesk(context, service.url)
    },
    async citizen(options = {}) {
      const citizen = await visit(await device(options), `${service.url}/demo`)
      await citizen.opensChat()
      return citizen
    },
    async endSessions() {
      await accounts.run(() => query('DELETE FROM session'))
    },
    async signIn({ page }) {
      await signIn(page.context())
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
