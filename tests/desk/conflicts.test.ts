import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { readConfig } from '../../adapters/config.ts'
import { until } from '../widget/citizen.ts'
import { type Office, startBrowser, startOffice } from './office.ts'

let browser: Browser
let office: Office

beforeAll(async () => {
  browser = await startBrowser()
}, 60_000)

afterAll(() => browser?.close())

afterEach(() => office?.stop())

async function waiting() {
  const citizen = await office.citizen()
  await citizen.asks('chcę rozmawiać z człowiekiem')
  return citizen
}

describe('two clerks', () => {
  beforeEach(async () => {
    office = await startOffice(browser)
  })

  it('F11: who comes second reads whose the conversation is, and keeps what was written', async () => {
    const [anna, jan] = await Promise.all([office.clerk('Anna Lis'), office.clerk('Jan Mak')])
    await waiting()
    await Promise.all([anna.opens('Czekają na pracownika'), jan.opens('Czekają na pracownika')])
    await jan.field.fill('Notatka Jana')
    // Jan's page does not hear in time that Anna was quicker.
    await jan.page.route('**/desk/api/overview', route => route.abort())
    await anna.takes()

    await jan.page.getByRole('button', { name: 'Przejmij rozmowę' }).click()

    await jan.page.getByText('Tę rozmowę prowadzi już Anna Lis.').waitFor()
    expect(await jan.field.inputValue()).toBe('Notatka Jana')
    expect(await jan.page.getByRole('button', { name: 'Przejmij rozmowę' }).count()).toBe(0)
  })

  it('who takes the next, which does not open, is told so, and takes none of the others', async () => {
    const anna = await office.clerk('Anna Lis')
    await waiting()
    await waiting()
    const ids = await anna.rows('Czekają na pracownika').evaluateAll(rows => rows.map(row => row.dataset.id))
    await anna.opens('Czekają na pracownika')
    await anna.page.route(`**/desk/api/conversations/${ids[0]}`, route => route.abort())
    const commands: string[] = []
    anna.page.on('request', request => request.url().endsWith('/commands') && commands.push(request.url()))

    await anna.page.getByRole('button', { name: 'Przejmij najdłużej czekającą' }).click()
    await anna.page.getByText('Nie udało się otworzyć rozmowy.').waitFor()

    expect(await anna.rows('Czekają na pracownika').count()).toBe(2)
    expect(commands).toEqual([])
    await anna.page.unroute(`**/desk/api/conversations/${ids[0]}`)
    await anna.page.getByRole('button', { name: 'Przejmij najdłużej czekającą' }).click()
    await anna.page.getByText('Prowadzisz tę rozmowę.').first().waitFor()
    expect(commands).toEqual([expect.stringContaining(`/${ids[0]}/commands`)])
  })

  it('lets a supervisor take over, tells the citizen, and gives the clerk back what was not sent', async () => {
    const [anna, boss] = await Promise.all([
      office.clerk('Anna Lis'),
      office.clerk('Zofia Kos', { roles: ['supervisor'], departments: [] }),
    ])
    const citizen = await waiting()
    await anna.opens('Czekają na pracownika')
    await anna.takes()
    await anna.field.fill('Już prawie mam odpowiedź.')
    await boss.opens('Rozmowy innych pracowników')
    await boss.page.getByRole('button', { name: 'Przejmij od: Anna Lis' }).click()
    // Anna's page is cut off, so that it still believes to have the conversation.
    await anna.page.context().setOffline(true)
    await boss.page.locator('dialog button[type=submit]').click()
    await citizen.sees('Od teraz pisze Zofia Kos')
    await anna.field.press('Control+Enter')
    await anna.page.context().setOffline(false)

    await anna.page.getByText('Tę rozmowę prowadzi teraz Zofia Kos, więc nic nie wysłano.').waitFor()
    await until(anna.page, async () => (await anna.field.inputValue()) === 'Już prawie mam odpowiedź.')
    await anna.page.reload()
    await anna.page.locator('#conversation-heading').waitFor()
    expect(await anna.field.inputValue()).toBe('Już prawie mam odpowiedź.')
    expect(await citizen.reads()).not.toContain('Asystent: Już prawie mam odpowiedź.')
  })
})

describe('a clerk whose page is gone', () => {
  it('F10: the citizen is told, a colleague takes over, and the old page may not write', async () => {
    office = await startOffice(browser, { timing: { silentMs: 1_500, lostMs: 3_000 } })
    const [anna, jan] = await Promise.all([office.clerk('Anna Lis'), office.clerk('Jan Mak')])
    const citizen = await waiting()
    await anna.opens('Czekają na pracownika')
    await anna.takes()
    await anna.field.fill('Tekst, który nie dojdzie')
    await anna.page.context().setOffline(true)

    await citizen.sees('pracownik nie ma teraz połączenia')
    await citizen.sees('połączenie z pracownikiem nie wróciło')
    await jan.opens('Czekają na pracownika')
    await jan.takes()
    await anna.field.press('Control+Enter')
    await anna.page.context().setOffline(false)

    await anna.page.getByText('Tę rozmowę prowadzi teraz Jan Mak').waitFor()
    await until(anna.page, async () => (await anna.field.inputValue()) === 'Tekst, który nie dojdzie')
  })

  it('goes on where it was after a reload, with the draft', async () => {
    office = await startOffice(browser)
    const anna = await office.clerk('Anna Lis')
    await waiting()
    await anna.opens('Czekają na pracownika')
    await anna.takes()
    await anna.field.fill('zaczęta odpowiedź')

    await anna.page.reload()
    await anna.page.getByText('Prowadzisz tę rozmowę.').waitFor()

    expect(await anna.field.inputValue()).toBe('zaczęta odpowiedź')
    await anna.writes('zaczęta odpowiedź, skończona')
  })
})

describe('a session that ends', () => {
  it('keeps what is being written, says so, and goes on after signing in', async () => {
    office = await startOffice(browser)
    const anna = await office.clerk('Anna Lis')
    const citizen = await waiting()
    await anna.opens('Czekają na pracownika')
    await anna.takes()
    await anna.field.fill('Odpowiedź sprzed końca sesji')

    await office.endSessions()
    await anna.field.press('Control+Enter')
    await anna.page.getByText('Sesja się skończyła. Twój tekst jest zachowany').waitFor()
    expect(await anna.field.inputValue()).toBe('Odpowiedź sprzed końca sesji')

    await office.signIn(anna)
    await anna.page.getByText('Prowadzisz tę rozmowę.').waitFor()
    expect(await anna.field.inputValue()).toBe('Odpowiedź sprzed końca sesji')
    await anna.field.press('Control+Enter')
    await citizen.sees('Odpowiedź sprzed końca sesji')
  })

  it('C07: says so two minutes before, and one key puts it off while the clerk writes on', async () => {
    office = await startOffice(browser)
    const anna = await office.clerk('Anna Lis')
    await waiting()
    await anna.opens('Czekają na pracownika')
    await anna.takes()
    await anna.field.fill('Piszę długo')
    const isTold = anna.page.getByText('Za mniej niż 2 minuty skończy się sesja.')
    const looks = () => anna.page.evaluate(() => void dispatchEvent(new Event('focus')))
    const idleMs = readConfig({}).desk.life.idleMs

    office.setNow(new Date(Date.now() + idleMs - 100_000))
    await until(anna.page, async () => {
      await looks()
      return isTold.isVisible()
    })
    await anna.field.press('Alt+Enter')
    await isTold.waitFor({ state: 'detached' })

    expect(await anna.field.inputValue()).toBe('Piszę długo')
    expect(await anna.field.evaluate(element => element.matches(':focus'))).toBe(true)
    office.setNow(new Date(Date.now() + idleMs + 100_000))
    await looks()
    await anna.writes('Piszę długo, i wysyłam')
  })
})
