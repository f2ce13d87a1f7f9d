import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { ACTIONS } from '../../adapters/messenger/actions.ts'
import { type GraphStandIn, startGraphStandIn } from '../setup/graph-stand-in.ts'
import { type MailServer, startMailServer } from '../setup/mail-server.ts'
import { messengerSettings } from '../setup/messenger.ts'
import { messengerCitizen } from '../setup/messenger-citizen.ts'
import { type Service, startService } from '../setup/service.ts'
import { type Office, startBrowser, startOffice } from './office.ts'
import { problemsOf } from './problems-of.ts'

const ADMINISTRATOR = 'it@powiat.example.pl'

let browser: Browser
let graph: GraphStandIn
let mail: MailServer
let office: Office

beforeAll(async () => {
  browser = await startBrowser()
  mail = await startMailServer()
}, 60_000)

beforeEach(async () => {
  graph = await startGraphStandIn()
  const letters = { smtpUrl: mail.url, from: 'asystent@powiat.example.pl', alertTo: ADMINISTRATOR }
  const settings = { messenger: messengerSettings(graph), relayMs: 50, mail: letters }
  office = await startOffice(browser, { settings })
})

afterEach(async () => {
  await office.stop()
  await graph.stop()
  expect(graph.faults).toEqual([])
})

afterAll(async () => {
  await browser?.close()
  await mail?.stop()
})

/** The service with a token that works, a while later, on the same store: as after a restart, but that pages need not sign in anew. */
function startMended(): Promise<Service> {
  const store = { ...office.store, close: async () => undefined }
  const clock = () => new Date(Date.now() + 2 * 60_000)
  return startService({ messenger: messengerSettings(graph), relayMs: 50 }, { store, clock })
}

describe('a citizen on Messenger and a clerk before the desk', () => {
  it('go from a question over a choice to an answer, to the clerk, and back to the assistant', async () => {
    const anna = await office.clerk('Anna Lis')
    const citizen = messengerCitizen(graph, office.url)
    await citizen.taps(ACTIONS.start)
    await citizen.hasRead('automatycznym asystentem')
    await citizen.writes('rejestracja')
    await citizen.hasRead('O którą sprawę pytasz?')
    await citizen.picks(/używan/i)
    await citizen.hasRead(/Źródł/)
    await citizen.picks('Opłata')
    await citizen.hasRead(/Zapłać/)

    await citizen.picks('Pracownik')
    await anna.opens('Czekają na pracownika')
    await anna.reads('rejestracja')
    await anna.takes()
    await citizen.hasRead('Od teraz pisze Anna Lis, pracownik urzędu')
    await citizen.writes('czy jutro jest otwarte?')
    await anna.reads('czy jutro jest otwarte?')
    await anna.writes('Tak, od rana.')
    await citizen.hasRead(/^Anna Lis, pracownik urzędu:\n\nTak, od rana\.$/)

    await anna.does('Zakończ', dialog => dialog.locator('input').fill('godziny pracy'))
    await citizen.hasRead('Jak oceniasz rozmowę z pracownikiem?')
    expect(
      citizen
        .messages()
        .at(-1)
        ?.message.quick_replies?.map(({ title }) => title),
    ).toEqual(['1 – źle', '2', '3', '4', '5 – bardzo dobrze'])
    await citizen.picks('5')
    await citizen.hasRead('Dziękuję za ocenę')
    await citizen.picks('Dodaj zdanie')
    await citizen.hasRead('Napisz jedno zdanie')
    await citizen.writes('Szybko i miło.')
    await citizen.hasRead('zapisuję to zdanie')
    await citizen.writes('ile kosztuje karta parkingowa')
    await citizen.hasRead(/Zapłać 21 zł/)

    expect(citizen.reads().filter(text => text.includes('Rozmawiasz z automatycznym asystentem'))).toHaveLength(1)
    expect(anna.troubles).toEqual([])
  })

  it('lose nothing while the token is refused: administrators see it and get one letter, until it works again', async () => {
    const administrator = await office.clerk('Adam Kos', { roles: ['administrator'] })
    const citizens = [1, 2].map(() => messengerCitizen(graph, office.url))
    const banner = administrator.page.getByText('Messenger odrzuca token')
    graph.refuseAll({ status: 401, code: 190, subcode: 463 })

    for (const citizen of citizens) await citizen.writes('ile kosztuje karta parkingowa')
    await administrator.page.getByText('w których czekają odpowiedzi: 2. Wymień token').waitFor({ timeout: 20_000 })
    expect(await administrator.page.getByText('Serwer poczty').count()).toBe(0)
    expect(await problemsOf(administrator.page, 'blocked')).toEqual([])
    graph.refuseAll(null)
    const mended = await startMended()

    for (const citizen of citizens) await citizen.hasRead(/Zapłać 21 zł/)
    await banner.waitFor({ state: 'detached', timeout: 20_000 })
    expect(citizens.map(({ messages }) => messages().length)).toEqual([2, 2])
    expect(mail.received.map(({ to, text }) => [to, /odrzuca token/.test(text)])).toEqual([[[ADMINISTRATOR], true]])
    await mended.stop()
  })
})
