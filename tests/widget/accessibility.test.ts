import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import axe from 'axe-core'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { temporaryFolder } from '../setup/temporary-folder.ts'
import { type Citizen, until, visit } from './citizen.ts'
import { startWebsite, type Website } from './website.ts'

let website: Website

beforeAll(async () => {
  website = await startWebsite()
}, 60_000)

afterAll(() => website?.stop())

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}

/** A device whose pages bring the checker along. */
async function checkedDevice(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await website.device(options)
  await context.addInitScript({ content: axe.source })
  return context
}

const WIDE = { width: 1280, height: 800 }
const RULES: axe.RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }

/** Ways of seeing one state, one after another. */
const WAYS_OF_SEEING: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['light', page => page.setViewportSize(WIDE)],
  ['dark', page => page.emulateMedia({ colorScheme: 'dark' })],
  ['forced colours', page => page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })],
  [
    '320 pixels',
    async page => {
      await page.emulateMedia({ forcedColors: 'none' })
      await page.setViewportSize({ width: 320, height: 568 })
    },
  ],
]

/** Everything a citizen can come to see, in the order of one visit. */
const STATES: readonly (readonly [string, (citizen: Citizen) => Promise<unknown>])[] = [
  ['closed', async () => undefined],
  ['greeting', citizen => citizen.opensChat()],
  ['answer, choices and rating', citizen => citizen.asks('ile kosztuje karta parkingowa')],
  ['rated', ({ page }) => page.getByRole('button', { name: 'Tak, pomogło' }).click()],
  ['long answer', citizen => citizen.asks('dokumenty do rejestracji auta z niemiec')],
  ['several to choose from', citizen => citizen.asks('karta')],
  ['nothing written', ({ field }) => field.press('Enter')],
  ['personal data', citizen => citizen.writes('Mój PESEL to 44051401359')],
  ['too long', ({ field }) => field.fill('a'.repeat(2003))],
  [
    'not sent and offline',
    async citizen => {
      await citizen.page.context().setOffline(true)
      await citizen.writes('karta wędkarska')
      await citizen.page.locator('.state', { hasText: 'Brak połączenia' }).waitFor()
    },
  ],
  [
    'menu',
    async citizen => {
      await citizen.page.context().setOffline(false)
      await until(citizen.page, async () => (await citizen.page.locator('.state').textContent()) === '')
      await citizen.opensMenu()
    },
  ],
  ['sign language', ({ page }) => page.getByRole('button', { name: /PJM/ }).click()],
  ['easy to read', citizen => fromMenu(citizen, /ETR/)],
  ['privacy', citizen => fromMenu(citizen, /Prywatność/)],
  ['erase?', citizen => fromMenu(citizen, /Usuń moją rozmowę/)],
  ['erased', ({ page }) => page.getByRole('button', { name: 'Tak, usuń rozmowę' }).click()],
]

async function fromMenu({ page }: Citizen, door: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Wróć do menu' }).click()
  await page.getByRole('button', { name: door }).click()
}

/** Broken rules of WCAG 2.2 AA within `scope`, with the elements that break them. */
async function violations(page: Page, scope = 'html'): Promise<readonly string[]> {
  const { violations: found } = await page.evaluate(
    ([within, runOnly]) => window.axe.run(within, { runOnly, resultTypes: ['violations'] }),
    [scope, RULES] as const,
  )
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`))
}

describe('WCAG 2.2 AA', () => {
  it('is kept in every state, light, dark, in forced colours and on 320 pixels', async () => {
    const citizen = await visit(await checkedDevice({ viewport: WIDE }), `${website.url}/demo`)
    const broken: Record<string, readonly string[]> = {}

    for (const [state, reach] of STATES) {
      await reach(citizen)
      for (const [name, look] of WAYS_OF_SEEING) {
        await look(citizen.page)
        const found = await violations(citizen.page, state === 'closed' ? 'html' : 'office-chat')
        if (found.length > 0) broken[`${state}, ${name}`] = found
      }
      await citizen.page.setViewportSize(WIDE)
    }

    expect(broken).toEqual({})
  }, 90_000)

  it('is kept by the full page and by a transcript', async () => {
    const citizen = await visit(await checkedDevice(), website.url)
    await citizen.hasAnswers(1)
    await citizen.asks('ile kosztuje karta parkingowa')
    const page = await violations(citizen.page)
    await citizen.opensMenu()
    const [download] = await Promise.all([
      citizen.page.waitForEvent('download'),
      citizen.page.getByRole('button', { name: 'Pobierz zapis jako stronę (HTML)' }).click(),
    ])
    const file = join(temporaryFolder(), 'zapis.html')
    await download.saveAs(file)
    const transcript = await visit(await checkedDevice(), `file://${file}`)

    expect(page).toEqual([])
    expect(await transcript.page.title()).toBe('Zapis rozmowy z asystentem urzędu')
    expect(await violations(transcript.page)).toEqual([])
  })

  it('is kept by the notice about personal data', async () => {
    const { page } = await visit(await checkedDevice(), `${website.url}/prywatnosc`)

    expect(await violations(page)).toEqual([])
  })

  it('J03: is kept by an answer in another language, which is marked as such', async () => {
    const citizen = await visit(await checkedDevice(), website.url)
    await citizen.hasAnswers(1)
    await citizen.writes('do you speak english')
    const answer = citizen.page.locator('[lang="en-GB"]').first()
    await answer.waitFor()

    expect(await answer.textContent()).toContain('only answer in Polish')
    expect(await violations(citizen.page)).toEqual([])
  })
})
