import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { type Citizen, until } from '../widget/citizen.ts'
import type { Clerk } from './clerk.ts'
import { type Office, startBrowser, startOffice } from './office.ts'
import { ALL, problemsOf } from './problems-of.ts'

let browser: Browser
let office: Office

beforeAll(async () => {
  browser = await startBrowser()
}, 60_000)

afterAll(() => browser?.close())

beforeEach(async () => {
  office = await startOffice(browser)
})

afterEach(() => office?.stop())

const pressed = (name: string) => async (clerk: Clerk) => {
  await clerk.page.getByRole('button', { name, exact: true }).first().click()
  await clerk.page.locator('dialog').waitFor()
}

const closed = async ({ page }: Clerk) => {
  await page.keyboard.press('Escape')
  await page.locator('dialog').waitFor({ state: 'detached' })
}

const instead = (name: string) => async (clerk: Clerk) => {
  await closed(clerk)
  await pressed(name)(clerk)
}

/** Every view of the desk, in the order of one visit. */
const VIEWS: readonly (readonly [string, (clerk: Clerk, citizen: Citizen) => Promise<unknown>])[] = [
  ['nobody waits', async () => undefined],
  [
    'somebody waits',
    async (clerk, citizen) => {
      await citizen.asks('ile kosztuje karta parkingowa')
      await citizen.asks('chcę rozmawiać z człowiekiem')
      await clerk.rows('Czekają na pracownika').first().waitFor()
    },
  ],
  ['read', clerk => clerk.opens('Czekają na pracownika')],
  [
    'held, with a reply and a note',
    async (clerk, citizen) => {
      await clerk.takes()
      await clerk.writes('Dzień dobry.')
      await clerk.notes('Pyta drugi raz.')
      await citizen.writes('Mój PESEL to 44051401359')
      await citizen.page.getByRole('button', { name: 'Wyślij mimo to' }).click()
      await clerk.reads('[PESEL]')
      await clerk.field.fill('W sprawie jest PESEL 44051401359')
    },
  ],
  [
    'ready answers',
    async clerk => {
      await clerk.page.locator('#finder').fill('karta parkingowa')
      await clerk.page.locator('[role=option]').first().waitFor()
    },
  ],
  ['own answers', pressed('Zapisz tekst z pola jako gotową odpowiedź')],
  ['pass on', instead('Przekaż')],
  ['return', instead('Oddaj asystentowi')],
  ['later', instead('Odpowiem później')],
  ['end', instead('Zakończ')],
  ['search', instead('Szukaj')],
  ['hours', instead('Dyżury')],
  ['alerts', instead('Powiadomienia')],
  ['help', instead('Pomoc')],
  [
    'session ended',
    async clerk => {
      await closed(clerk)
      await office.endSessions()
      await clerk.field.press('Control+Enter')
      await clerk.page.getByText('Sesja się skończyła.').waitFor()
    },
  ],
]

describe('the desk', () => {
  it('C01, C08, C09: breaks no rule of WCAG 2.2 AA in any view, light, dark or narrow', async () => {
    const clerk = await office.clerk('Anna Lis', { roles: ['clerk', 'supervisor', 'administrator'] })
    const citizen = await office.citizen()
    const found: string[] = []

    for (const [name, show] of VIEWS) {
      await show(clerk, citizen)
      found.push(...(await problemsOf(clerk.page, name)))
    }

    expect(found).toEqual([])
  }, 60_000)

  it('C09: needs no sideways scrolling at 320 and at 720 pixels', async () => {
    const clerk = await office.clerk('Jan Mak')
    const citizen = await office.citizen()
    await citizen.asks('dokumenty do rejestracji auta z niemiec')
    await citizen.asks('chcę rozmawiać z człowiekiem')
    await clerk.opens('Czekają na pracownika')
    const wide: string[] = []

    for (const width of [320, 720, 1100]) {
      await clerk.page.setViewportSize({ width, height: 640 })
      for (const place of width < 720 ? ['Kolejka', 'Rozmowa', 'Sprawa'] : width < 1100 ? ['Rozmowa', 'Sprawa'] : []) {
        await clerk.page.getByRole('button', { name: place, exact: true }).click()
        const over = await clerk.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
        if (over) wide.push(`${place} at ${width}`)
      }
    }

    expect(wide).toEqual([])
  })
})

describe('the chat while persons are involved', () => {
  it('breaks no rule of WCAG 2.2 AA in queue, with a clerk, as ticket, rated and ended', async () => {
    const clerk = await office.clerk('Ewa Sum')
    const citizen = await office.citizen()
    const found: string[] = []
    const check = async (state: string) => found.push(...(await problemsOf(citizen.page, state, ALL)))

    await citizen.asks('chcę rozmawiać z człowiekiem')
    await check('queue')
    await clerk.opens('Czekają na pracownika')
    await clerk.takes()
    await clerk.writes('Dzień dobry.')
    await citizen.page.locator('.entry.clerk').waitFor()
    await check('clerk')
    await clerk.does('Odpowiem później')
    await citizen.page.getByText(/^Zgłoszenie Z-\d+(-\d+)? czeka/).waitFor()
    await check('ticket')
    await clerk.opens('Zgłoszenia do odpowiedzi')
    await clerk.takes()
    await clerk.does('Zakończ', dialog => dialog.locator('input').fill('Odpowiedź udzielona'))
    await citizen.page.getByRole('button', { name: 'Wyślij ocenę' }).waitFor()
    await check('rating')
    await citizen.opensMenu()
    await citizen.page.getByRole('button', { name: 'Zakończ rozmowę' }).click()
    await citizen.page.getByRole('button', { name: 'Tak, zakończ' }).click()
    await citizen.page.getByText('Rozmowa zakończona.').waitFor()
    await check('ended')

    expect(found).toEqual([])
  }, 60_000)
})

describe('a clerk without a mouse', () => {
  it('C06, C13: takes, answers, passes on, comes back and finds help by keyboard alone', async () => {
    const clerk = await office.clerk('Iga Wit', { departments: ['transport'] })
    const other = await office.clerk('Bea Zak', { departments: ['building'] })
    const citizen = await office.citizen()
    const { keyboard } = clerk.page
    await citizen.asks('ile kosztuje rejestracja auta z niemiec')
    await citizen.asks('chcę rozmawiać z człowiekiem')
    await clerk.page.locator('nav h3', { hasText: 'Wydział komunikacji' }).waitFor()

    await keyboard.press('Alt+4')
    await clerk.page.getByText('Prowadzisz tę rozmowę.').first().waitFor()
    await until(clerk.page, () => clerk.field.evaluate(element => element.matches(':focus')))
    await keyboard.type('Dzień dobry, pomogę.')
    await keyboard.press('Control+Enter')
    await citizen.sees('Dzień dobry, pomogę.')
    await keyboard.press('Alt+0')
    await clerk.page.getByRole('heading', { name: 'Pomoc i skróty' }).waitFor()
    await keyboard.press('Enter')
    await clerk.page.locator('dialog').waitFor({ state: 'detached' })
    await keyboard.type('Dopisuję tam, gdzie jestem.')
    expect(await clerk.field.inputValue()).toBe('Dopisuję tam, gdzie jestem.')
    await keyboard.press('Alt+5')
    await clerk.page.locator('dialog select').waitFor()
    await clerk.page.locator('dialog select').focus()
    await keyboard.type('Bea')
    await keyboard.press('Tab')
    await keyboard.press('Enter')

    await citizen.sees('Od teraz pisze Bea Zak, pracownik urzędu')
    await other.rows('Twoje rozmowy').first().waitFor()
    expect(clerk.troubles).toEqual([])
  })
})
