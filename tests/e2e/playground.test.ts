import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { clerkAt } from '../desk/clerk.ts'
import { startBrowser } from '../setup/browser.ts'
import { type Playground, startPlayground } from '../setup/playground.ts'
import { type Service, startService } from '../setup/service.ts'

let service: Service
let playground: Playground
let browser: Browser
let page: Page
const accounts = openSqliteAccounts()

beforeAll(async () => {
  service = await startService({ deskMs: 50 }, { accounts })
  playground = await startPlayground(`${service.url}/api/messages`)
  browser = await startBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(playground.url)
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await playground?.stop()
  await service?.stop()
})

describe('a tester in the Agents Playground', () => {
  it('is greeted, asks, and reads the answer and why it came', async () => {
    await page.getByText('Rozmawiasz z automatycznym asystentem').first().waitFor()

    await page.getByRole('textbox').first().fill('ile kosztuje karta parkingowa')
    await page.getByRole('button', { name: 'Send Message' }).click()
    await page.getByText('Zapłać 21 zł.').first().waitFor()
    await page.getByRole('button', { name: 'Dokumenty' }).waitFor()
    await page.getByText('QnAMaker').first().waitFor()
    await page.getByText('trace 202').first().click()
    await page.getByText('scoreThreshold').first().waitFor()
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT })

    expect(service.log.filter(line => line.level === 'error')).toEqual([])
  })

  it('talks with a person, with another, with the assistant again, and with a person a second time', async () => {
    const place = { browser, url: service.url, accounts }
    const [anna, jan] = await Promise.all([
      clerkAt(place, { name: 'Anna Lis', departments: ['transport'] }),
      clerkAt(place, { name: 'Jan Mak', departments: ['building'] }),
    ])

    await writes('chcę rozmawiać z człowiekiem')
    await anna.opens('Czekają na pracownika')
    await anna.takes()
    await reads('Od teraz pisze Anna Lis, pracownik urzędu')
    await anna.writes('Dzień dobry, już sprawdzam.')
    await reads('Dzień dobry, już sprawdzam.')
    await writes('dziękuję, czekam')
    await anna.reads('dziękuję, czekam')

    await anna.does('Przekaż', dialog => dialog.locator('select').selectOption({ label: 'Wydział budownictwa' }))
    await jan.opens('Czekają na pracownika')
    await jan.reads('dziękuję, czekam')
    await jan.takes()
    await reads('Od teraz pisze Jan Mak, pracownik urzędu')
    await jan.does('Oddaj asystentowi')
    await reads('Wracasz do automatycznego asystenta')

    await writes('jak zarejestrować samochód z niemiec')
    await reads('Rejestracja')
    await writes('jednak człowiek')
    await anna.opens('Czekają na pracownika')
    await anna.takes()
    await anna.writes('Jestem znowu, słucham.')
    await reads('Jestem znowu, słucham.')

    expect(service.log.filter(({ level }) => level !== 'info')).toEqual([])
    expect([...anna.troubles, ...jan.troubles]).toEqual([])
  }, 60_000)
})

async function writes(text: string): Promise<void> {
  await page.getByRole('textbox').first().fill(text)
  await page.getByRole('button', { name: 'Send Message' }).click()
}

async function reads(text: string): Promise<void> {
  await page.getByText(text).first().waitFor()
}
