import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { startBrowser } from '../setup/browser.ts'
import { PASSWORD } from '../setup/desk-browser.ts'
import { type Service, startService } from '../setup/service.ts'

/** With a folder here the pages are kept as pictures, to be looked at. */
const PICTURES = process.env.PICTURES

/** Besides the light one: to axe they differ in colours only. */
const OTHER_LOOKS = [
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }],
] as const

/** A browser has to share the machine. */
const PATIENCE_MS = 120_000

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let browser: Browser
let service: Service

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(() => browser.close())

async function violations(page: Page, name: string, axe: AxeBuilder): Promise<readonly string[]> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
  const found = await axe.analyze()
  return found.violations.map(({ id, nodes }) => `${name}: ${id} ${nodes.map(node => node.html).join()}`)
}

/** Nor is anything cut. */
async function expectAccessible(page: Page, name: string): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  expect(await violations(page, name, new AxeBuilder({ page }).withTags(TAGS))).toEqual([])
}

async function expectAccessibleInAllLooks(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name)
  for (const [look, media] of OTHER_LOOKS) {
    await page.emulateMedia(media)
    expect(await violations(page, `${name}, ${look}`, new AxeBuilder({ page }).withRules('color-contrast'))).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
}

describe('the pages around signing in', () => {
  it(
    'are accessible and work by keyboard',
    async () => {
      service = await startService({}, { accounts: openSqliteAccounts() })
      const context = await browser.newContext({ viewport: { width: 320, height: 568 }, colorScheme: 'light' })
      const page = await context.newPage()
      const problems: string[] = []
      page.on('console', message => problems.push(message.text()))
      const key = new URL((await service.inviteFirst()) ?? '').search

      await page.goto(`${service.url}/desk/invitation${key}`)
      await expectAccessible(page, 'first administrator')
      await page.getByLabel('Imię i nazwisko').fill('Anna Przykładowa')
      await page.getByLabel('Login').fill('anna')
      await page.getByLabel('Nowe hasło', { exact: true }).fill('krótkie')
      await page.keyboard.press('Tab')
      await page.keyboard.type('inne')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
      await expectAccessibleInAllLooks(page, 'first administrator, to be mended')
      expect(await page.title()).toBe('Błąd: Utwórz konto administratora – Panel pracownika')
      expect(await page.getByLabel('Login').inputValue()).toBe('anna')

      await page.getByLabel('Nowe hasło', { exact: true }).fill(PASSWORD)
      await page.getByLabel('Powtórz nowe hasło').fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Menu' }).press('Enter')
      await page.getByRole('link', { name: 'Anna Przykładowa' }).press('Enter')
      await page.getByRole('heading', { name: 'Twoje konto' }).waitFor()
      await expectAccessibleInAllLooks(page, 'account')
      await page.getByRole('button', { name: 'Wyloguj się' }).press('Enter')
      await page.getByRole('status').waitFor()
      await page.getByLabel('Login').fill('anna')
      await page.getByLabel('Hasło').fill('to nie jest to hasło')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
      await expectAccessible(page, 'sign-in, refused')
      await page.getByLabel('Hasło').fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Panel pracownika' }).waitFor()
      await page.goto(`${service.url}/desk/invitation${key}`)
      await expectAccessible(page, 'void link')

      // Chromium itself tells of answers of 400 and more; nothing else may be said, such as a breach of the policy.
      expect(problems.filter(text => !/Failed to load resource: .* status of (400|401|410)/.test(text))).toEqual([])
      await context.close()
      await service.stop()
    },
    PATIENCE_MS,
  )
})
