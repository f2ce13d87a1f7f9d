import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { readAudit } from '../../adapters/desk/accounts/audit-log.ts'
import { until } from '../widget/citizen.ts'
import { type Office, startBrowser, startOffice } from './office.ts'
import { problemsOf } from './problems-of.ts'

let browser: Browser
let office: Office

beforeAll(async () => {
  browser = await startBrowser()
  office = await startOffice(browser)
}, 60_000)

afterAll(async () => {
  await office?.stop()
  await browser?.close()
})

const lastAudited = async () => (await office.accounts.run(() => readAudit(1_000_000, 1)))[0]

describe('P06: a supervisor', () => {
  it('finds a conversation by its number, copies it, and erases it with a reason', async () => {
    const ola = await office.clerk('Ola Maj', { roles: ['supervisor'] })
    const citizen = await office.citizen()
    await citizen.asks('ile kosztuje karta parkingowa')
    const { page } = ola
    const { number = 0 } = (await lastConversation()) ?? {}

    await page.getByRole('button', { name: 'Dane osoby' }).click()
    await page.getByLabel(/^Numer rozmowy/).fill(String(number))
    await page.getByRole('button', { name: 'Znajdź rozmowę' }).click()
    await page.getByText('strona urzędu').waitFor()
    const problems = await problemsOf(page, 'rights')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Pobierz kopię jako stronę (HTML)' }).click(),
    ])
    await page.getByLabel('Dlaczego').selectOption('Osoba wnosi sprzeciw')
    await page.getByLabel('Wiem, że tego nie można cofnąć').check()
    await page.getByRole('button', { name: 'Usuń na zawsze' }).click()
    await page.getByText(`Rozmowa ${number} jest usunięta.`).waitFor()

    expect(problems).toEqual([])
    expect(download.suggestedFilename()).toBe(`rozmowa-${number}.html`)
    expect(await lastAudited()).toMatchObject({ action: 'conversation-erased', detail: 'objected' })
    await until(citizen.page, async () => (await office.store.records.find({ number })) === undefined)
    expect(ola.troubles).toEqual([])
  })

  async function lastConversation() {
    for (let number = 100; number > 0; number -= 1) {
      const found = await office.store.records.find({ number })
      if (found) return found
    }
    return undefined
  }
})
