import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { type MailServer, startMailServer } from '../setup/mail-server.ts'
import { until } from '../widget/citizen.ts'
import { type Office, startBrowser, startOffice } from './office.ts'
import { problemsOf } from './problems-of.ts'

const CITIZEN = 'jan.kowalski@example.pl'
const WISH = 'chcę rozmawiać z człowiekiem'

let browser: Browser
let office: Office
let mail: MailServer

beforeAll(async () => {
  browser = await startBrowser()
  mail = await startMailServer()
}, 60_000)

afterEach(() => office?.stop())

afterAll(async () => {
  await browser?.close()
  await mail?.stop()
})

describe('at the desk', () => {
  it('an answer that did not arrive stands out until a clerk sees to it, and administrators are told', async () => {
    const settings = { relayMs: 50, mail: { smtpUrl: mail.url, from: 'asystent@powiat.example.pl' } }
    office = await startOffice(browser, { settings })
    mail.refuse(CITIZEN, 530)
    const anna = await office.clerk('Anna Lis', { roles: ['clerk', 'administrator'] })
    await anna.page.getByLabel('Twoja dostępność').selectOption('Przerwa')
    await anna.page.locator('select.presence.away').waitFor()
    const citizen = await office.citizen()
    await citizen.asks(WISH)
    await citizen.asks('Odpowiedź e-mailem')
    await citizen.writes(CITIZEN)
    const sendAnyway = citizen.page.getByRole('button', { name: 'Wyślij mimo to' })
    const kept = citizen.page.getByText('Zapisuję adres.')
    await sendAnyway.or(kept).first().waitFor()
    if (await sendAnyway.isVisible()) await sendAnyway.click()
    await kept.waitFor()

    await anna.opens('Zgłoszenia do odpowiedzi')
    await anna.takes()
    await anna.writes('Odpowiadam na zgłoszenie.')

    // As long as nobody may sign in, the letter waits; afterwards it is refused for its own sake.
    const waits = anna.page.getByText('Liczba listów, które czekają: 1. Popraw SMTP_URL')
    let aheadMs = 0
    await until(anna.page, async () => {
      aheadMs += 3_000
      office.setNow(new Date(Date.now() + aheadMs))
      return waits.isVisible()
    })
    mail.refuse(CITIZEN, 550)
    const givenUp = anna.page.getByText('Liczba wiadomości, których mimo prób nie udało się dostarczyć: 1.')
    let wentOnAt = 0
    await until(anna.page, async () => {
      // A try that is under way when the clock goes on puts the next one off once more.
      if (performance.now() - wentOnAt > 3_000) {
        wentOnAt = performance.now()
        aheadMs += 61_000
        office.setNow(new Date(Date.now() + aheadMs))
      }
      return givenUp.isVisible()
    })
    await anna.rows('Odpowiedzi, które nie dotarły').getByText('odpowiedź nie dotarła').waitFor()

    expect(await problemsOf(anna.page, 'undelivered')).toEqual([])

    await anna.page.getByRole('button', { name: 'Przyjmuję do wiadomości' }).click()
    await anna.page.getByText('Liczba wiadomości').waitFor({ state: 'detached' })
    await anna.page.getByText('Odpowiedz w inny sposób').waitFor()
    await anna.page.getByRole('button', { name: 'Załatwione' }).click()
    await anna.page.getByRole('heading', { name: 'Odpowiedzi, które nie dotarły' }).waitFor({ state: 'detached' })
    expect(anna.troubles).toEqual([])
  })

  it('a ticket is marked in words once it should have been answered', async () => {
    office = await startOffice(browser, { settings: { ticketDays: 2 } })
    const anna = await office.clerk('Anna Lis')
    await anna.page.getByLabel('Twoja dostępność').selectOption('Przerwa')
    await anna.page.locator('select.presence.away').waitFor()
    await (await office.citizen()).asks(WISH)
    await anna.rows('Zgłoszenia do odpowiedzi').first().waitFor()
    expect(await anna.page.getByText('po terminie').count()).toBe(0)

    office.setNow(new Date(Date.now() + 49 * 60 * 60_000))
    await office.signIn(anna)

    await anna.rows('Zgłoszenia do odpowiedzi').getByText('po terminie').waitFor()
  })
})
