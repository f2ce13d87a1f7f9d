import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { type Office, startBrowser, startOffice } from './office.ts'

let browser: Browser
let office: Office

beforeAll(async () => {
  browser = await startBrowser()
}, 60_000)

afterAll(() => browser?.close())

afterEach(() => office?.stop())

const WISH = 'chcę rozmawiać z człowiekiem'

async function talking() {
  office = await startOffice(browser)
  const anna = await office.clerk('Anna Lis')
  const citizen = await office.citizen()
  await citizen.asks(WISH)
  await anna.opens('Czekają na pracownika')
  await anna.takes()
  await citizen.page.getByText('Odpowiada człowiek: Anna Lis').waitFor()
  return { anna, citizen }
}

describe('whoever waits for a person', () => {
  it('gets a ticket where nobody is there, and the clerk who comes later answers in the conversation', async () => {
    office = await startOffice(browser)
    const anna = await office.clerk('Anna Lis')
    await anna.page.getByLabel('Twoja dostępność').selectOption('Przerwa')
    await anna.page.locator('select.presence.away').waitFor()
    const citizen = await office.citizen()

    expect(await citizen.asks(WISH)).toMatch(/Przyjmuję zgłoszenie Z-\d+/)
    await citizen.page.getByText(/^Zgłoszenie Z-\d+ czeka\. Odpowiada automat$/).waitFor()
    await anna.opens('Zgłoszenia do odpowiedzi')
    await anna.takes()
    await anna.writes('Dzień dobry, odpowiadam na zgłoszenie.')

    await citizen.page.getByText('Odpowiada człowiek: Anna Lis').waitFor()
    await citizen.sees('Dzień dobry, odpowiadam na zgłoszenie.')
  })

  it('F26: is told when the desk opens next, on 26 December at noon', async () => {
    office = await startOffice(browser)
    office.setNow(new Date('2026-12-26T11:00:00Z'))
    const boss = await office.clerk('Zofia Kos', { roles: ['clerk', 'supervisor'] })
    await boss.page.getByRole('button', { name: 'Dyżury' }).click()
    await boss.page.getByLabel('Bez godzin').uncheck()
    for (const day of ['Poniedziałek', 'Wtorek', 'Środa', 'Czwartek', 'Piątek'])
      await boss.page.getByLabel(day).fill('7:30-15:30')
    await boss.page.getByRole('button', { name: 'Zapisz dyżur' }).click()
    await boss.page.getByText('Zapisano.').waitFor()
    const citizen = await office.citizen()

    expect(await citizen.asks(WISH)).toMatch(/Pracownik odpowie najwcześniej w poniedziałek 28 grudnia o 7:30/)
  })

  it('is asked what it is about, and stands in the queue of the department that they name', async () => {
    office = await startOffice(browser)
    const anna = await office.clerk('Anna Lis', { departments: ['transport'] })
    const citizen = await office.citizen()
    await citizen.asks(WISH)
    await anna.page.getByRole('heading', { name: /^Biuro obsługi/ }).waitFor()

    await citizen.page.getByRole('button', { name: 'Pojazdy i prawo jazdy' }).click()

    await citizen.page.getByText('Na rozmowę odpowie pracownik od pojazdów i prawa jazdy.').waitFor()
    await anna.page.getByRole('heading', { name: /^Wydział komunikacji/ }).waitFor()
    expect(await anna.page.getByRole('heading', { name: /^Biuro obsługi/ }).count()).toBe(0)
  })

  it('gets a ticket when the deadline passes, and stands among the tickets at the desk', async () => {
    office = await startOffice(browser)
    const anna = await office.clerk('Anna Lis')
    const citizen = await office.citizen()
    await citizen.asks(WISH)
    await citizen.page.getByText('Czekasz na pracownika. Odpowiada automat').waitFor()
    await anna.rows('Czekają na pracownika').first().waitFor()

    office.setNow(new Date(Date.now() + 6 * 60_000))

    await citizen.sees('Przepraszam, pracownicy są nadal zajęci')
    await anna.rows('Zgłoszenia do odpowiedzi').first().waitFor()
    expect(await anna.rows('Czekają na pracownika').count()).toBe(0)
  })

  it('H05: leaves the queue by one button, and the desk sees it', async () => {
    office = await startOffice(browser)
    const anna = await office.clerk('Anna Lis')
    const citizen = await office.citizen()
    await citizen.asks(WISH)
    await anna.rows('Czekają na pracownika').first().waitFor()

    await citizen.page.locator('.foot').getByRole('button', { name: 'Nie czekam dłużej' }).click()

    await citizen.sees('Nie czekasz już na pracownika')
    await anna.page.getByText('Nikt nie czeka.').waitFor()
    await citizen.page.locator('.foot').getByRole('button', { name: 'Porozmawiaj z pracownikiem' }).waitFor()
  })
})

describe('citizen and clerk', () => {
  it('H08: a clerk who is silent for two minutes is said to look into the matter', async () => {
    const { anna, citizen } = await talking()
    await citizen.page.clock.install()
    await citizen.writes('czy to pilne?')
    await anna.reads('czy to pilne?')
    await citizen.page.clock.fastForward(115_000)
    expect(await citizen.page.getByText('Pracownik sprawdza sprawę').count()).toBe(0)

    await citizen.page.clock.fastForward(10_000)

    await citizen.page.locator('.typing', { hasText: 'Pracownik sprawdza sprawę' }).waitFor()
  })

  it('H04, H08: each sees the other write, and who answers', async () => {
    const { anna, citizen } = await talking()
    expect(await citizen.page.locator('.foot .person').count()).toBe(0)

    await citizen.field.pressSequentially('czy')
    await anna.page.getByText('Mieszkaniec pisze…').waitFor()
    await anna.field.pressSequentially('Tak')
    await citizen.page.locator('.typing', { hasText: 'Pracownik pisze…' }).waitFor()
    await anna.field.press('Control+Enter')

    await citizen.page.locator('.entry.clerk', { hasText: 'Anna Lis, pracownik urzędu' }).waitFor()
  })

  it('ends by the citizen, who takes it back', async () => {
    office = await startOffice(browser)
    const citizen = await office.citizen()
    await citizen.asks('ile kosztuje karta parkingowa')

    await citizen.opensMenu()
    await citizen.page.getByRole('button', { name: 'Zakończ rozmowę' }).click()
    await citizen.page.getByRole('button', { name: 'Tak, zakończ' }).click()
    await citizen.page.getByText('Rozmowa zakończona.').waitFor()
    await citizen.page.getByRole('button', { name: 'Wróć do tej rozmowy' }).click()
    await citizen.sees('Wracasz do rozmowy z automatycznym asystentem')

    expect(await citizen.asks('jakie dokumenty')).toMatch(/[Kk]arta parkingowa|[Ww]niosek/)
  })

  it('rates the clerk once, with a sentence', async () => {
    const { anna, citizen } = await talking()
    await anna.does('Zakończ', dialog => dialog.locator('input').fill('Odpowiedź udzielona'))
    await citizen.sees('Jak oceniasz rozmowę z pracownikiem?')

    await citizen.page.getByLabel('5 – bardzo dobrze').check()
    await citizen.page.getByLabel('Chcesz coś dodać? Nie musisz.').fill('Szybko i jasno.')
    await citizen.page.getByRole('button', { name: 'Wyślij ocenę' }).click()

    await citizen.sees('Dziękuję za ocenę.')
    expect(await citizen.page.getByRole('button', { name: 'Wyślij ocenę' }).count()).toBe(0)
  })
})
