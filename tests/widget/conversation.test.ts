import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import { plain, postFromElsewhere, until, visit } from './citizen.ts'
import { startWebsite, type Website } from './website.ts'

const DAY_SECONDS = 24 * 60 * 60

let website: Website

beforeAll(async () => {
  website = await startWebsite()
}, 60_000)

afterAll(() => website?.stop())

/** The citizen looks at another page. */
async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

describe('a citizen on the website', () => {
  it('asks, reads details, follows up, chooses among several, and asks for a person', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()

    expect(await citizen.asks('dokumenty do rejestracji auta z niemiec')).toMatch(/Wniosek o rejestrację pojazdu/)
    expect(await citizen.picks('Pokaż wszystkie')).toMatch(/Jak wypełnić/)
    expect(await citizen.asks('a ile to kosztuje?')).toMatch(/Zapłać od/)
    expect(await citizen.asks('karta')).toBe('O którą sprawę pytasz?')
    expect(await citizen.picks('Karta parkingowa')).toMatch(/^Karta parkingowa/)
    expect(await citizen.asks('człowiek')).toMatch(/Kontakt z urzędem/)
    expect(citizen.troubles).toEqual([])
  })

  it('P01, H01: is told who answers before asking, and calls a person by a button that is always there', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()

    expect(await citizen.page.getByText('Odpowiada automat, nie człowiek').isVisible()).toBe(true)
    expect((await citizen.reads())[0]).toMatch(/^Asystent: Dzień dobry\. Rozmawiasz z automatycznym asystentem/)
    await citizen.page.getByRole('button', { name: 'Porozmawiaj z pracownikiem' }).click()
    await citizen.hasAnswers(2)
    expect((await citizen.reads()).at(-1)).toMatch(/pracownicy|Kontakt z urzędem/)
  })

  it('sees sources as named links that open elsewhere', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()

    await citizen.asks('ile kosztuje karta parkingowa')
    const link = citizen.answers.last().getByRole('link').first()

    expect(plain(await link.textContent())).toMatch(/^Rzeczpospolita – karty .*\(otwiera się w nowej karcie\)$/)
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(await link.getAttribute('href')).toMatch(/^https:/)
  })

  it('says whether an answer helped, once, and is led on when it did not', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    const { page } = citizen
    await citizen.asks('ile kosztuje karta parkingowa')

    await page.getByRole('button', { name: 'Nie pomogło' }).click()
    await citizen.hasAnswers(3)
    expect((await citizen.reads()).at(-1)).toMatch(/^Asystent: Szkoda, że to nie pomogło/)
    await page.reload()
    await citizen.hasAnswers(3)

    await page.getByText('Zaznaczono: to nie pomogło.').waitFor()
    expect(await page.getByText('Czy to pomogło?').count()).toBe(0)
  })

  it('Z02: goes on after a reload and on the next page, and after a day without the page', async () => {
    const context = await website.device()
    await context.clock.install()
    const citizen = await visit(context, `${website.url}/demo`)
    await citizen.opensChat()
    await citizen.asks('ile kosztuje karta parkingowa')
    const said = await citizen.reads()

    await citizen.field.fill('a jakie dok')
    await citizen.page.reload()
    await citizen.hasAnswers(2)
    expect(await citizen.reads()).toEqual(said)
    expect(await citizen.field.inputValue()).toBe('a jakie dok')

    await citizen.page.getByRole('link', { name: 'Załatw sprawę' }).click()
    await citizen.hasAnswers(2)
    expect(await citizen.reads()).toEqual(said)

    await citizen.page.close()
    await website.pass(context, DAY_SECONDS)
    const nextDay = await visit(context, `${website.url}/demo`)
    await nextDay.page.getByRole('button', { name: 'Czat' }).click()
    await nextDay.hasAnswers(2)
    expect(await nextDay.reads()).toEqual(said)
  })

  it('Z02: sees the same in two tabs', async () => {
    const context = await website.device()
    const first = await visit(context, `${website.url}/demo`)
    await first.opensChat()
    const second = await visit(context, `${website.url}/demo/kontakt`)
    await second.page.getByRole('button', { name: 'Czat' }).click()
    await second.hasAnswers(1)

    await first.asks('ile kosztuje karta parkingowa')
    await second.hasAnswers(2)
    await second.asks('jakie dokumenty')
    await first.hasAnswers(3)

    expect(await second.reads()).toEqual(await first.reads())
  })

  it('W06, N02: sees on the button, and in the title of a hidden page, how many answers came', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    const { page } = citizen
    await page.getByRole('button', { name: 'Zamknij czat' }).click()

    await postFromElsewhere(citizen, website.url, 'ile kosztuje karta parkingowa')
    await page.getByRole('button', { name: 'Czat, 1 nowa wiadomość' }).waitFor()
    await hide(page)
    await until(page, async () => (await page.title()).startsWith('(1) '))

    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: false })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await page.getByRole('button', { name: /^Czat/ }).click()
    await page.getByRole('button', { name: 'Zamknij czat' }).click()
    expect(plain(await page.getByRole('button', { name: /^Czat/ }).textContent())).toBe('Czat')
    expect(await page.title()).not.toMatch(/^\(/)
  })

  it('R01, R04: downloads the transcript as a page and as text in two steps', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.asks('ile kosztuje karta parkingowa')

    await citizen.opensMenu()
    const html = await downloaded(citizen.page, 'Pobierz zapis jako stronę (HTML)')
    const text = await downloaded(citizen.page, 'Pobierz zapis jako tekst')

    expect(html).toMatch(/<html lang="pl">[\s\S]*<h1>[\s\S]*<h2>Ty, <time/)
    expect(html).not.toContain('<script')
    for (const file of [html, text]) {
      expect(file).toMatch(/Numer rozmowy: [0-9a-f-]{36}/)
      expect(file).toContain('nie jest urzędową decyzją')
      expect(file).toContain('ile kosztuje karta parkingowa')
      expect(file).toContain('21 zł')
    }
  })

  it('R03: opens a letter with it in the mail program of the citizen, who types the address', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.asks('ile kosztuje karta parkingowa')

    await citizen.opensMenu()
    const link = await citizen.page.getByRole('link', { name: 'Wyślij zapis e-mailem' }).getAttribute('href')

    expect(link).toMatch(/^mailto:\?subject=/)
    expect(decodeURIComponent(link ?? '')).toContain('ile kosztuje karta parkingowa')
  })

  it('R01, Z03, Z04: downloads it after the end too, which was asked twice about', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.opensMenu()
    await citizen.page.getByRole('button', { name: 'Zakończ rozmowę' }).click()
    expect(await citizen.page.getByText('Rozmowa zakończona.').count()).toBe(0)
    await citizen.page.getByRole('button', { name: 'Tak, zakończ' }).click()
    await citizen.page.getByText('Rozmowa zakończona.').waitFor()
    expect(await citizen.page.getByRole('button', { name: 'Zacznij nową rozmowę' }).isVisible()).toBe(true)

    await citizen.opensMenu()
    const [download] = await Promise.all([
      citizen.page.waitForEvent('download'),
      citizen.page.getByRole('button', { name: 'Pobierz zapis jako tekst' }).click(),
    ])

    expect(download.suggestedFilename()).toBe('zapis-rozmowy.txt')
  })

  it('R02: copies one message by a button, as text', async () => {
    const context = await website.device({ permissions: ['clipboard-read', 'clipboard-write'] })
    const citizen = await visit(context, `${website.url}/demo`)
    await citizen.opensChat()
    await citizen.asks('ile kosztuje karta parkingowa')

    await citizen.answers
      .last()
      .getByRole('button', { name: /^Kopiuj wiadomość z godziny/ })
      .click()
    await citizen.answers
      .last()
      .getByRole('button', { name: /^Skopiowano/ })
      .waitFor()

    const copied = plain(await citizen.page.evaluate(() => navigator.clipboard.readText()))
    expect(copied).toMatch(/^Karta parkingowa: opłata\nZapłać 21 zł\.\n/)
    expect(await citizen.page.getByRole('button', { name: /^Skopiowano/ }).count()).toBe(1)
  })

  it('P06: takes a copy of all that the office keeps, as a page and as data', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.asks('ile kosztuje karta parkingowa')

    await citizen.opensMenu()
    const html = await downloaded(citizen.page, 'Pobierz kopię danych jako stronę (HTML)')
    const json = await downloaded(citizen.page, 'Pobierz kopię danych jako plik (JSON)')

    expect(html).toMatch(/<h1>Kopia danych z rozmowy[\s\S]*ile kosztuje karta parkingowa[\s\S]*21 zł/)
    expect(JSON.parse(json)).toMatchObject({ pytaniaDoNauki: [{ pytanie: 'ile kosztuje karta parkingowa' }] })
  })

  it('says once what they press twice', async () => {
    const citizen = await website.citizen('/demo', { viewport: { width: 390, height: 844 } })
    await citizen.page.getByRole('button', { name: 'Czat', exact: true }).dblclick()
    await citizen.hasAnswers(1)
    expect(await citizen.page.locator('#problem').textContent()).toBe('')
    await citizen.page.getByRole('button', { name: 'Porozmawiaj z pracownikiem' }).dblclick()
    await citizen.hasAnswers(2)
    await citizen.field.fill('karta')
    await citizen.field.press('Enter')
    await citizen.field.press('Enter')
    await citizen.hasAnswers(3)

    expect((await citizen.reads()).filter(line => line.startsWith('Ty:'))).toEqual([
      'Ty: Porozmawiaj z pracownikiem',
      'Ty: karta',
    ])
    expect(await citizen.page.locator('#problem').textContent()).toBe('')
  })

  it('Z05: erases the conversation here, there and in the other tab, in two steps', async () => {
    const context = await website.device()
    const citizen = await visit(context, `${website.url}/demo`)
    await citizen.opensChat()
    const other = await visit(context, `${website.url}/`)
    await other.hasAnswers(1)
    await citizen.asks('ile kosztuje karta parkingowa')

    await citizen.opensMenu()
    await citizen.page.getByRole('button', { name: 'Usuń moją rozmowę' }).click()
    await citizen.page.getByRole('button', { name: 'Tak, usuń rozmowę' }).click()
    await citizen.page.getByText('Rozmowa została usunięta.').waitFor()
    await other.page.getByText('Rozmowa została usunięta.').waitFor()

    await citizen.page.keyboard.press('Escape')
    await citizen.page.getByRole('button', { name: /^Czat/ }).click()
    await citizen.page.getByText('Rozmowa została usunięta.').waitFor()
    expect(await citizen.page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await citizen.page.getByRole('button', { name: 'Zacznij nową rozmowę' }).click()
    await citizen.hasAnswers(1)
    expect((await citizen.reads()).length).toBe(1)
  })

  it('E06: warns of personal data before it is sent, names it, and takes it away', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()

    await citizen.field.fill('Mój PESEL to 44051401359, ile kosztuje karta parkingowa?')
    await citizen.page.getByText(/jest numer PESEL/).waitFor()
    await citizen.field.press('Enter')
    await citizen.page.getByRole('button', { name: 'Wyślij mimo to' }).waitFor()
    expect((await citizen.reads()).length).toBe(1)

    await citizen.page.getByRole('button', { name: 'Usuń te dane' }).click()
    expect(await citizen.field.inputValue()).not.toMatch(/44051401359/)
    expect(await citizen.asks(await citizen.field.inputValue())).toMatch(/Zapłać 21 zł/)
  })

  it('E01, E02, E03: explains what is empty or too long, and keeps it', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()

    await citizen.field.press('Enter')
    await citizen.page.getByText('Błąd: napisz najpierw wiadomość.').waitFor()
    await citizen.field.fill('a'.repeat(1990))
    await citizen.page.getByText('Zostało 10 znaków.').waitFor()
    expect(await citizen.page.getByText('Twoja wiadomość', { exact: true }).isVisible()).toBe(true)
    await citizen.field.fill('a'.repeat(2003))
    await citizen.page.getByText('Skróć ją o 3 znaki.').waitFor()
    await citizen.field.press('Enter')

    expect((await citizen.field.inputValue()).length).toBe(2003)
    expect(await citizen.field.getAttribute('aria-invalid')).toBe('true')
    expect(await citizen.field.getAttribute('aria-describedby')).toContain('problem')
    expect(await citizen.page.locator('#problem').textContent()).toContain('Skróć ją o 3 znaki.')
    expect((await citizen.reads()).length).toBe(1)
  })

  it('N04, V09: keeps text size and colours on this device', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.opensMenu()

    await citizen.page.getByRole('button', { name: '200%' }).click()
    await citizen.page.getByRole('button', { name: 'Ciemne' }).click()
    await citizen.page.reload()
    await citizen.hasAnswers(1)

    const size = await citizen.field.evaluate(element => getComputedStyle(element).fontSize)
    expect(size).toBe('32px')
    expect(await citizen.page.locator('.panel').evaluate(element => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(17, 24, 31)',
    )
  })

  it('N01: hears no tone until they want one, by the first switch of the menu, and then a short one', async () => {
    const citizen = await visit(await deviceThatNotesSignals(), `${website.url}/demo`)
    const { page } = citizen
    await citizen.opensChat()
    await citizen.asks('karta')
    expect(await tonesOf(page)).toEqual([])

    await citizen.opensMenu()
    const first = page.locator('.sheet fieldset').first()
    await first.getByRole('button', { name: 'Włączone' }).click()
    await page.getByRole('button', { name: 'Wróć do rozmowy' }).click()
    await citizen.asks('karta parkingowa')
    await until(page, async () => (await tonesOf(page)).length === 2)

    expect((await tonesOf(page)).filter(seconds => seconds <= 0 || seconds > 1)).toEqual([])
  })

  it('N03, Z02: is told by the system, and not aloud, of a message while they look elsewhere, without its words', async () => {
    const citizen = await visit(await deviceThatNotesSignals(), `${website.url}/demo`)
    const { page } = citizen
    const sheet = page.getByRole('group', { name: 'Powiadomienia systemowe' })
    await citizen.opensChat()
    await citizen.opensMenu()
    await page.getByText('bez treści rozmowy').waitFor()
    expect(await noticesOf(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Włączone' }).click()
    await sheet.getByRole('button', { name: 'Włączone', pressed: true }).waitFor()
    await page.locator('#aloud > div').first().waitFor({ state: 'detached' })

    await hide(page)
    await postFromElsewhere(citizen, website.url, 'ile kosztuje karta parkingowa')
    await until(page, async () => (await noticesOf(page)).length === 2)

    expect(await noticesOf(page)).toEqual(['Powiadomienia są włączone', 'Nowa wiadomość z urzędu'])
    expect(await page.locator('#aloud > div').count()).toBe(0)
  })

  it('N01, N03: is told of a message by one of two tabs, the one that they look at before the other', async () => {
    const context = await deviceThatNotesSignals()
    await context.clock.install()
    const first = await visit(context, `${website.url}/demo`)
    await first.opensChat()
    const second = await visit(context, `${website.url}/demo/kontakt`)
    await second.page.getByRole('button', { name: 'Czat' }).click()
    await second.hasAnswers(1)
    await first.opensMenu()
    for (const name of ['Dźwięk nowej wiadomości', 'Powiadomienia systemowe']) {
      const group = first.page.getByRole('group', { name })
      await group.getByRole('button', { name: 'Włączone' }).click()
      await group.getByRole('button', { name: 'Włączone', pressed: true }).waitFor()
    }
    await first.page.getByRole('button', { name: 'Wróć do rozmowy' }).click()
    /** How often both tabs together told of something, once they know of the next answer. */
    const toldOfNext = async (answers: number) => {
      await postFromElsewhere(first, website.url, 'karta parkingowa')
      for (const tab of [first, second]) await tab.hasAnswers(answers)
      await context.clock.runFor(5_000)
      const counts = { tones: 0, notices: 0 }
      for (const { page } of [first, second]) {
        await page.evaluate(() => navigator.locks.request('office-chat-told', () => undefined))
        counts.tones += (await tonesOf(page)).length
        counts.notices += (await noticesOf(page)).length
      }
      return counts
    }

    // The first of each was a sample, when it was switched on.
    expect(await toldOfNext(2)).toEqual({ tones: 2, notices: 1 })
    await hide(second.page)
    expect(await toldOfNext(3)).toEqual({ tones: 3, notices: 1 })
    await hide(first.page)
    expect(await toldOfNext(4)).toEqual({ tones: 4, notices: 2 })
  })

  it('N03: is told where the browser shows no notices, and the switch stays off', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.opensMenu()
    const sheet = citizen.page.getByRole('group', { name: 'Powiadomienia systemowe' })

    await sheet.getByRole('button', { name: 'Włączone' }).click()
    await citizen.page.getByText('Błąd: przeglądarka nie pozwala na powiadomienia.').waitFor()

    expect(await sheet.getByRole('button', { name: 'Wyłączone' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('J01, J02, H09: reads in the menu about sign language, in easy words, and of other ways to the office', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    const { page } = citizen
    const open = async (door: string, says: RegExp) => {
      await citizen.opensMenu()
      await page.getByRole('button', { name: door }).click()
      await page.getByText(says).first().waitFor()
      await page.getByRole('button', { name: 'Wróć do menu' }).click()
      await page.getByRole('button', { name: 'Wróć do rozmowy' }).click()
    }

    await open('Polski Język Migowy (PJM)', /robocze wcześniej/)
    await open('Tekst łatwy do czytania (ETR)', /Automat nie jest człowiekiem\./)
    await open('Inne formy kontaktu', /Godzin pracy urząd/)
    await open('Prywatność', /Numery, które rozpozna, zasłania przed zapisem/)
  })
})

/** A device whose pages note which tones they play, each by its seconds, and which notices they show. */
async function deviceThatNotesSignals(): Promise<BrowserContext> {
  const context = await website.device()
  await context.addInitScript(() => {
    const tones: number[] = []
    const notices: string[] = []
    const { stop } = OscillatorNode.prototype
    OscillatorNode.prototype.stop = function (when = 0) {
      tones.push(when - this.context.currentTime)
      stop.call(this, when)
    }
    class Notice {
      static requestPermission = async () => 'granted'
      constructor(title: string, { body = '' }: NotificationOptions = {}) {
        notices.push(title + body)
      }
    }
    Object.assign(window, { tones, notices, Notification: Notice })
  })
  return context
}

function tonesOf(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => Reflect.get(window, 'tones'))
}

function noticesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Reflect.get(window, 'notices'))
}

/** The text of the file that a button saves. */
async function downloaded(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  return plain(Buffer.concat(chunks).toString('utf8'))
}

describe('a page without scripts', () => {
  it('W08: says how to reach the office', async () => {
    const citizen = await website.citizen('/', { javaScriptEnabled: false })

    expect(await citizen.page.locator('aside').textContent()).toMatch(/Godzin pracy urząd jeszcze nie podał/)
    expect(await citizen.page.locator('.fallback').isVisible()).toBe(true)
  })
})
