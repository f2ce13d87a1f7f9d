import type { Browser, BrowserContext, BrowserContextOptions, Locator } from 'playwright-core'
import type { NewAccount } from '../../adapters/desk/accounts/account.ts'
import type { AccountDatabase } from '../../adapters/desk/accounts/steps.ts'
import { makeAccount, signedInBrowser } from '../setup/desk-browser.ts'
import { type OpenPage, openPage } from '../setup/open-page.ts'
import { plain } from '../widget/citizen.ts'

/** A clerk before the desk. Waits are for conditions, never for time. */
export type Clerk = OpenPage & {
  readonly login: string
  /** Opens the newest conversation in the list under this heading. */
  readonly opens: (heading: string) => Promise<void>
  readonly takes: () => Promise<void>
  readonly writes: (text: string) => Promise<void>
  readonly notes: (text: string) => Promise<void>
  /** Presses one of the deeds, fills its window, and confirms. */
  readonly does: (deed: string, fields?: (dialog: Locator) => Promise<unknown>) => Promise<void>
  /** Waits until the log has it. */
  readonly reads: (text: string | RegExp) => Promise<void>
  /** The log, in order: "Mieszkaniec: …". */
  readonly log: () => Promise<readonly string[]>
  readonly rows: (heading: string) => Locator
  readonly field: Locator
}

/** Signs the clerk in on that device, without the time that a password takes. */
export async function signInOn(
  device: BrowserContext,
  url: string,
  accounts: AccountDatabase,
  login: string,
  now = new Date(),
): Promise<void> {
  const signedIn = await signedInBrowser(url, accounts, login, now)
  const [, value = ''] = signedIn.cookie().split('=')
  await device.addCookies([{ name: 'desk', value, url }])
}

/** A clerk on a device of their own, with a new account. */
export async function clerkAt(
  place: {
    readonly browser: Browser
    readonly url: string
    readonly accounts: AccountDatabase
    readonly now?: Date
  },
  account: Partial<NewAccount> & Pick<NewAccount, 'name'>,
  options: BrowserContextOptions = {},
): Promise<Clerk> {
  const { browser, url, accounts, now } = place
  const login = account.name.toLowerCase().replace(/[^a-z]/g, '-')
  await makeAccount(accounts, { ...account, login })
  const device = await browser.newContext({ locale: 'pl-PL', viewport: { width: 1280, height: 800 }, ...options })
  await signInOn(device, url, accounts, login, now)
  return openDesk(device, url, login)
}

async function openDesk(context: BrowserContext, url: string, login: string): Promise<Clerk> {
  const { page, troubles } = await openPage(context, `${url}/desk`)
  const field = page.locator('desk-composer textarea')
  const rows = (heading: string) =>
    page
      .locator('nav section')
      .filter({ has: page.getByRole('heading', { name: heading }) })
      .locator('.row')
  await page.locator('nav .empty, nav .rows').first().waitFor({ state: 'attached' })

  return {
    login,
    page,
    field,
    rows,
    troubles,
    async opens(heading) {
      await rows(heading).last().click()
      await page.locator('#conversation-heading').waitFor()
    },
    async takes() {
      await page.getByRole('button', { name: /^(Przejmij rozmowę|Odpowiedz na zgłoszenie)$/ }).click()
      await page.getByText('Prowadzisz tę rozmowę.').first().waitFor()
    },
    async writes(text) {
      await field.fill(text)
      await field.press('Control+Enter')
      await page.locator('.message.clerk', { hasText: text }).waitFor()
    },
    async notes(text) {
      await page.getByRole('button', { name: 'Notatka', exact: true }).click()
      await field.fill(text)
      await field.press('Control+Enter')
      await page.locator('.message.note', { hasText: text }).waitFor()
    },
    async does(deed, fields = async () => undefined) {
      await page.locator('.deeds').getByRole('button', { name: deed }).click()
      const dialog = page.locator('dialog')
      await fields(dialog)
      await dialog.locator('button[type=submit]').click()
      await dialog.waitFor({ state: 'detached' })
    },
    async reads(text) {
      await page.locator('desk-log li', { hasText: text }).first().waitFor()
    },
    async log() {
      const entries = await page.locator('desk-log li').all()
      return Promise.all(entries.map(async entry => plain(await entry.textContent()).replace(/\s+/g, ' ')))
    },
  }
}
