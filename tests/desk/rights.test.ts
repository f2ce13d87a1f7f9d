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

describe('what was masked', () => {
  it('is read after asking for it and noting that, for a minute, while it is kept, and stays on no device', async () => {
    const ewa = await office.clerk('Ewa Sum', { departments: ['citizens'] })
    const citizen = await office.citizen()
    await citizen.writes('mój PESEL to 44051401359')
    await citizen.page.getByRole('button', { name: 'Wyślij mimo to' }).click()
    await citizen.hasAnswers(2)
    await citizen.asks('chcę rozmawiać z człowiekiem')
    await ewa.page.clock.install()
    await ewa.opens('Czekają na pracownika')
    await ewa.takes()
    await citizen.writes('Mój PESEL to 44051401359')
    await citizen.page.getByRole('button', { name: 'Wyślij mimo to' }).click()
    await ewa.reads('Mój PESEL to [PESEL]')
    const ask = ewa.page.getByRole('button', { name: 'Pokaż zasłonięte dane' })
    const original = ewa.page.getByText('Mój PESEL to 44051401359')

    await ask.click()
    await original.waitFor()
    const audited = await lastAudited()
    const kept = await ewa.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    await ewa.page.clock.runFor(61_000)
    await original.waitFor({ state: 'detached' })

    expect(audited).toMatchObject({ action: 'original-revealed', detail: expect.stringMatching(/^message \d+$/) })
    expect(kept).not.toContain('44051401359')
    // The first one was written while no person was involved: nothing of it was ever kept.
    expect(await ask.count()).toBe(1)
  })
})

describe('what a clerk has begun to write', () => {
  it('leaves the device when the conversation is erased, open or not, and stays in the others', async () => {
    const iga = await office.clerk('Iga Wit')
    const { page } = iga
    const rows = iga.rows('Czekają na pracownika')
    for (const citizen of await Promise.all([1, 2, 3].map(() => office.citizen()))) {
      await citizen.asks('chcę rozmawiać z człowiekiem')
    }
    await rows.nth(2).waitFor()
    const ids = await rows.evaluateAll(all => all.map(row => row.dataset.id ?? ''))
    for (const id of ids) {
      await page.locator(`[data-id="${id}"]`).click()
      await page.locator(`[data-id="${id}"][aria-current]`).waitFor()
      await iga.field.fill('do pani Ireny')
    }
    const written = () =>
      page.evaluate(() =>
        Object.keys(localStorage)
          .map(key => key.split(':')[2])
          .toSorted(),
      )
    const [closed = '', another = '', open = ''] = ids

    await office.store.erase(open)
    await page.getByText('Rozmowa nie jest już dostępna').waitFor()
    await until(page, async () => (await written()).length === 2)
    await page.goto(`${office.url}/prywatnosc`)
    await office.store.erase(closed)
    await page.goto(`${office.url}/desk`)
    await until(page, async () => (await written()).length === 1)

    expect(await written()).toEqual([another])
    expect(iga.troubles).toEqual([])
  })
})

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
