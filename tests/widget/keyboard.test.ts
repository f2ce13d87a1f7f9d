import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Citizen, postFromElsewhere, until, visit } from './citizen.ts'
import { startWebsite, type Website } from './website.ts'

let website: Website

beforeAll(async () => {
  website = await startWebsite()
}, 60_000)

afterAll(() => website?.stop())

/** What has the focus, within the chat too. */
function focused({ page }: Citizen): Promise<string> {
  return page.evaluate(() => {
    const outer = document.activeElement
    const element = outer?.shadowRoot?.activeElement ?? outer
    return element?.getAttribute('aria-label') ?? element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  })
}

/** The stops of the Tab key from here on, each by its name. */
async function stops(citizen: Citizen, count: number): Promise<readonly string[]> {
  const names: string[] = []
  for (let index = 0; index < count; index++) {
    await citizen.page.keyboard.press('Tab')
    names.push(await focused(citizen))
  }
  return names
}

describe('a citizen with a keyboard only', () => {
  it('K01: opens, asks, picks, calls a person and closes, in reading order', async () => {
    const citizen = await website.citizen()
    const { page } = citizen
    const launcher = page.getByRole('button', { name: 'Czat', exact: true })

    await page.keyboard.press('Shift+Tab')
    await until(page, async () => (await focused(citizen)) === 'Czat')
    await page.keyboard.press('Enter')
    await citizen.hasAnswers(1)
    await page.keyboard.type('karta')
    await page.keyboard.press('Enter')
    await citizen.hasAnswers(2)
    await page.getByRole('heading', { name: 'Czat z urzędem' }).focus()

    expect(await stops(citizen, 11)).toEqual([
      'Menu czatu',
      'Zamknij czat',
      'Przebieg rozmowy',
      expect.stringMatching(/^Kopiuj wiadomość z godziny/),
      expect.stringMatching(/^Kopiuj wiadomość z godziny/),
      'Karta wędkarska',
      'Karta parkingowa',
      'Inne',
      'Pracownik',
      'Porozmawiaj z pracownikiem',
      '',
    ])
    expect(await citizen.field.evaluate(element => element.matches(':focus-visible'))).toBe(true)

    await page.keyboard.press('Escape')
    await until(page, async () => (await focused(citizen)) === 'Czat')
    expect(await launcher.getAttribute('aria-expanded')).toBe('false')
  })

  it('K01: meets no positive tabindex', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.opensMenu()

    const indexes = await citizen.page
      .locator('office-chat [tabindex]')
      .evaluateAll(elements => elements.map(element => element.getAttribute('tabindex')))

    expect(indexes.filter(index => index !== '0' && index !== '-1')).toEqual([])
  })

  it('K02, E05: keeps focus and caret while 20 messages come', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.field.fill('ile kosztuje karta')
    await citizen.field.evaluate(field => (field as HTMLTextAreaElement).setSelectionRange(3, 3))

    for (let count = 0; count < 10; count++) await postFromElsewhere(citizen, website.url, 'karta parkingowa')
    await citizen.hasAnswers(11)

    expect(await citizen.page.locator('.entry').count()).toBe(21)
    expect(await citizen.field.evaluate(field => (field as HTMLTextAreaElement).selectionStart)).toBe(3)
    expect(await citizen.field.inputValue()).toBe('ile kosztuje karta')
    expect(await citizen.field.evaluate(field => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(
      true,
    )
  })

  it('K03: breaks a line with Shift+Enter, sends nothing while a word is composed, and sends by button', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()

    await citizen.field.fill('pierwsza')
    await citizen.field.press('Shift+Enter')
    await citizen.field.pressSequentially('druga')
    await citizen.field.evaluate(field =>
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
    )

    expect(await citizen.field.inputValue()).toBe('pierwsza\ndruga')
    expect(await citizen.reads()).toHaveLength(1)
    await citizen.page.getByRole('button', { name: 'Wyślij' }).click()
    await citizen.hasAnswers(2)
    expect((await citizen.reads())[1]).toBe('Ty: pierwsza\ndruga')
  })

  it('K04, K05: is in the field after picking, and used choices stay but do nothing', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.asks('karta')

    await citizen.picks('Karta wędkarska')
    const used = citizen.page.locator('.choices.used button')
    expect(await used.first().getAttribute('aria-disabled')).toBe('true')
    expect(await citizen.field.evaluate(field => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(
      true,
    )
    await used.first().click({ force: true })

    expect((await citizen.reads()).filter(line => line.startsWith('Ty:'))).toEqual(['Ty: karta', 'Ty: Karta wędkarska'])
  })

  it('K06: is not torn away from what they read, and is told that more came', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.asks('dokumenty do rejestracji auta z niemiec')
    const log = citizen.page.getByRole('log', { name: 'Przebieg rozmowy' })
    await log.focus()
    await citizen.page.keyboard.press('Home')
    await until(citizen.page, async () => (await log.evaluate(element => element.scrollTop)) === 0)

    await postFromElsewhere(citizen, website.url, 'karta parkingowa')
    await citizen.page.getByRole('button', { name: 'Nowe wiadomości' }).waitFor()
    expect(await log.evaluate(element => element.scrollTop)).toBe(0)

    await citizen.page.getByRole('button', { name: 'Nowe wiadomości' }).click()
    await until(citizen.page, () => log.evaluate(e => e.scrollHeight - e.scrollTop - e.clientHeight < 2))
  })
})

describe('a citizen who comes back', () => {
  it('goes on at the last answer', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    for (const question of ['karta parkingowa', 'karta wędkarska', 'dokumenty do rejestracji auta z niemiec']) {
      await citizen.asks(question)
    }

    await citizen.page.reload()
    await citizen.hasAnswers(4)
    const [log, answer] = await Promise.all([
      citizen.page.getByRole('log').boundingBox(),
      citizen.answers.last().boundingBox(),
    ])

    expect(log && answer && answer.y >= log.y && answer.y < log.y + log.height).toBe(true)
  })
})

describe('the chat in the page', () => {
  it('W02: does nothing by itself, however long nobody touches it', async () => {
    const context = await website.device()
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(`${website.url}/demo`)
    await page.getByRole('button', { name: 'Czat' }).waitFor()

    await page.clock.runFor(60_000)

    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    expect(await page.locator('.panel').isVisible()).toBe(false)
  })

  it('W01: is the same button in the same place on every page', async () => {
    const citizen = await website.citizen()
    for (const path of ['/demo', '/demo/sprawy', '/demo/kontakt']) {
      await citizen.page.goto(website.url + path)
      await citizen.page.getByRole('button', { name: 'Czat', exact: true }).waitFor()

      expect(await citizen.page.evaluate(() => document.body.lastElementChild?.tagName)).toBe('OFFICE-CHAT')
    }
  })

  it('W03, W04: is a named region that Escape closes and the button brings back as it was', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.asks('karta')
    const said = await citizen.reads()
    const region = citizen.page.getByRole('region', { name: 'Czat z urzędem' })
    expect(await region.isVisible()).toBe(true)

    await citizen.field.press('Escape')
    await region.waitFor({ state: 'hidden' })
    await citizen.page.keyboard.press('Enter')
    await region.waitFor()

    expect(await citizen.reads()).toEqual(said)
  })

  it('W04: covers a small screen as a dialog with the page behind out of reach, until it is closed', async () => {
    const citizen = await website.citizen('/demo', { viewport: { width: 360, height: 640 } })
    await citizen.opensChat()
    const { page } = citizen

    expect(await page.getByRole('dialog', { name: 'Czat z urzędem' }).getAttribute('aria-modal')).toBe('true')
    expect(await page.locator('main').evaluate(element => element.matches('[inert]'))).toBe(true)
    expect(await focused(citizen)).toBe('Czat z urzędem')

    await page.keyboard.press('Escape')
    await until(page, async () => (await focused(citizen)) === 'Czat')
    expect(await page.locator('main').evaluate(element => element.matches('[inert]'))).toBe(false)
  })

  it('W05: hides nothing of the page that has the focus', async () => {
    const citizen = await website.citizen('/demo/sprawy', { viewport: { width: 900, height: 600 } })
    await citizen.opensChat()
    const link = citizen.page.locator('main a').last()
    await link.evaluate(element => {
      element.style.float = 'right'
    })

    await link.focus()

    const [covered, panel] = await Promise.all([link.boundingBox(), citizen.page.locator('.panel').boundingBox()])
    expect(covered && panel && covered.y + covered.height <= panel.y).toBe(true)
  })

  it('Z02: stays open on the next page without taking the focus', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()

    await citizen.page.getByRole('link', { name: 'Kontakt', exact: true }).click()
    await citizen.hasAnswers(1)

    expect(await citizen.page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  })
})

describe('a screen reader', () => {
  it('L01, L02, L09, J03: hears each message once and apart, from one live region that was there before', async () => {
    const citizen = await website.citizen()
    await citizen.page.evaluate(() => {
      const region = document.querySelector('office-chat')?.shadowRoot?.querySelector('#aloud')
      const heard: string[] = []
      const heardAt: number[] = []
      Object.assign(window, { heard, heardAt })
      new MutationObserver(changes => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes) heardAt.push(performance.now()) && heard.push(node.textContent ?? '')
      }).observe(region as Element, { childList: true })
    })
    const heard = (): Promise<readonly string[]> => citizen.page.evaluate(() => Reflect.get(window, 'heard'))

    await citizen.opensChat()
    await citizen.asks('ile kosztuje karta parkingowa')
    await until(citizen.page, async () => (await heard()).length === 3)

    expect(await heard()).toEqual([
      expect.stringMatching(/^Asystent: Dzień dobry/),
      'Wysłano',
      expect.stringMatching(/^Asystent: Karta parkingowa: opłata\nZapłać\s21\szł\./),
    ])
    const times: readonly number[] = await citizen.page.evaluate(() => Reflect.get(window, 'heardAt'))
    expect(times.slice(1).filter((time, index) => time - (times[index] ?? 0) < 950)).toEqual([])
    // The first of them came two seconds ago, and can still be read.
    expect(await citizen.page.locator('#aloud > div').count()).toBe(3)
    expect(await citizen.page.getByRole('log').getAttribute('aria-live')).toBe('off')
    expect(await citizen.page.locator('office-chat').getAttribute('lang')).toBe('pl')
  })

  it('L03: hears how much was there before, not what', async () => {
    const context = await website.device()
    const citizen = await visit(context, `${website.url}/demo`)
    await citizen.opensChat()
    await citizen.asks('karta')
    await citizen.page.reload()

    const aloud = citizen.page.locator('#aloud > div')
    await aloud.first().waitFor({ state: 'attached' })

    expect(await aloud.allTextContents()).toEqual(['Wczytano 3 wcześniejsze wiadomości.'])
  })

  it('L04, L08: is told who said it and when, in words, message by message', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.asks('karta')

    const heads = await citizen.page.locator('[role=log] > ol > li .who p').allTextContents()

    expect(heads.map(head => head.replace(/\d{1,2}:\d{2}$/, 'hh:mm'))).toEqual([
      'Asystent, hh:mm',
      'Ty, hh:mm',
      'Asystent, hh:mm',
    ])
  })

  it('L05: hears that the assistant is at work when it takes long', async () => {
    const citizen = await website.citizen('/demo', { viewport: { width: 360, height: 480 } })
    await citizen.page.routeWebSocket(/stream/, () => undefined)
    await citizen.opensChat()

    await citizen.writes('karta')
    await citizen.page.getByRole('status').filter({ hasText: 'Asystent przygotowuje odpowiedź' }).waitFor()

    const [log, sign] = await Promise.all([
      citizen.page.getByRole('log').boundingBox(),
      citizen.page.locator('.typing').boundingBox(),
    ])
    expect(log && sign && sign.y >= log.y && sign.y + sign.height <= log.y + log.height).toBe(true)
    expect(await citizen.page.locator('.dots').getAttribute('aria-hidden')).toBe('true')
  })

  it('L10: can be spared new messages', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.page.locator('#aloud > div').first().waitFor({ state: 'attached' })
    await citizen.opensMenu()
    await citizen.page
      .getByRole('group', { name: 'Czytanie nowych wiadomości przez czytnik ekranu' })
      .getByRole('button', { name: 'Wyłączone' })
      .click()
    await citizen.page.getByRole('button', { name: 'Wróć do rozmowy' }).click()
    await citizen.page.locator('#aloud > div').first().waitFor({ state: 'detached' })

    await citizen.asks('karta')

    expect(await citizen.page.locator('#aloud > div').count()).toBe(0)
  })
})
