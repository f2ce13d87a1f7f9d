import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { startBrowser, startOffice } from './office.ts'

let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
}, 60_000)

afterAll(() => browser?.close())

describe('a conversation that a person takes over', () => {
  it('goes to a colleague by name, whose page says that there is something new', async () => {
    const office = await startOffice(browser)
    const [anna, jan] = await Promise.all([office.clerk('Anna Lis'), office.clerk('Jan Mak')])
    const citizen = await office.citizen()
    await citizen.asks('chcę rozmawiać z człowiekiem')
    await anna.opens('Czekają na pracownika')
    await anna.takes()

    await anna.does('Przekaż', dialog =>
      dialog.locator('select').selectOption({ label: 'Jan Mak – Przyjmuję rozmowy' }),
    )

    await jan.rows('Twoje rozmowy').first().getByText('Nowa wiadomość').waitFor()
    await jan.opens('Twoje rozmowy')
    await jan.page.getByText('Prowadzisz tę rozmowę.').waitFor()
    await citizen.sees('Od teraz pisze Jan Mak, pracownik urzędu')
    await anna.page.getByText('Prowadzi Jan Mak').first().waitFor()
    await office.stop()
  })

  it('H07: goes with all that was said from the citizen to a clerk, on to another department, back to the assistant, and to a clerk again', async () => {
    const office = await startOffice(browser)
    const [anna, jan, citizen] = await Promise.all([
      office.clerk('Anna Lis', { departments: ['transport'] }),
      office.clerk('Jan Mak', { departments: ['building'] }),
      office.citizen(),
    ])
    await citizen.asks('ile kosztuje rejestracja auta z niemiec')
    await citizen.asks('chcę rozmawiać z człowiekiem')

    await anna.opens('Czekają na pracownika')
    await anna.reads('ile kosztuje rejestracja auta z niemiec')
    await anna.takes()
    await citizen.sees('Od teraz pisze Anna Lis, pracownik urzędu')
    await anna.writes('Dzień dobry, już sprawdzam.')
    await citizen.sees('Dzień dobry, już sprawdzam.')
    await citizen.writes('dziękuję, czekam')
    await anna.reads('dziękuję, czekam')
    await anna.notes('Pyta też o garaż.')

    await anna.does('Przekaż', dialog => dialog.locator('select').selectOption({ label: 'Wydział budownictwa' }))
    await anna.page.getByText('Wybierz rozmowę z listy.').waitFor()
    await jan.opens('Czekają na pracownika')
    await jan.reads('Pyta też o garaż.')
    await jan.takes()
    await citizen.sees('Od teraz pisze Jan Mak, pracownik urzędu')
    await jan.writes('Garaż do 35 m² wystarczy zgłosić.')
    await citizen.sees('Garaż do 35 m² wystarczy zgłosić.')

    expect(await anna.page.locator('.banner').count()).toBe(0)

    await jan.does('Oddaj asystentowi')
    await citizen.sees('Wracasz do automatycznego asystenta')
    expect(await citizen.asks('ile kosztuje karta parkingowa')).toMatch(/21 zł/)

    await citizen.asks('jednak człowiek')
    await anna.opens('Czekają na pracownika')
    await anna.takes()
    await citizen.writes('jeszcze jedno pytanie')
    await anna.reads('jeszcze jedno pytanie')
    await anna.does('Zakończ', dialog => dialog.locator('input').fill('Odpowiedź udzielona'))
    await citizen.sees('Jak oceniasz rozmowę z pracownikiem?')

    expect([...anna.troubles, ...jan.troubles, ...citizen.troubles]).toEqual([])
    await office.stop()
  })
})
