import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { plain, until } from '../widget/citizen.ts'
import { type Office, startBrowser, startOffice } from './office.ts'

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

const WISH = 'chcę rozmawiać z człowiekiem'

describe('a clerk at work', () => {
  it('C10: finds an answer of the knowledge base by keyboard, and puts it into the message with its source', async () => {
    const anna = await office.clerk('Anna Lis')
    const citizen = await office.citizen()
    await citizen.asks('ile kosztuje karta parkingowa')
    await citizen.asks(WISH)
    await anna.opens('Czekają na pracownika')
    await anna.takes()
    await anna.field.fill('Dzień dobry,')

    await anna.page.keyboard.press('Alt+3')
    await anna.page.keyboard.type('ile kosztuje karta parkingowa')
    await anna.page.locator('[role=option]', { hasText: 'Karta parkingowa' }).first().waitFor()
    await anna.page.keyboard.press('Enter')

    await until(anna.page, async () => (await anna.field.inputValue()).includes('21 zł'))
    const text = await anna.field.inputValue()
    expect(text).toMatch(/^Dzień dobry,\n\n/)
    expect(text).toMatch(/(Źródł|Stan na)/)
    expect(await anna.field.evaluate(element => element.matches(':focus'))).toBe(true)
  })

  it('keeps answers of their own, and finds them', async () => {
    const jan = await office.clerk('Jan Mak', { departments: ['building'] })
    const citizen = await office.citizen()
    await citizen.asks(WISH)
    await jan.opens('Czekają na pracownika')
    await jan.takes()
    await jan.field.fill('Proszę przyjść z dowodem.')

    await jan.page.getByRole('button', { name: 'Zapisz tekst z pola jako gotową odpowiedź' }).click()
    await jan.page.getByLabel('Nazwa gotowej odpowiedzi').fill('Dowód')
    await jan.page.getByRole('button', { name: 'Zapisz odpowiedź' }).click()
    await jan.page.locator('dialog .own', { hasText: 'Dowód' }).waitFor()
    await jan.page.reload()
    await jan.page.getByText('Prowadzisz tę rozmowę.').waitFor()
    await jan.page.locator('#finder').fill('dowod')

    await jan.page.locator('[role=option]', { hasText: 'Proszę przyjść z dowodem.' }).waitFor()
  })

  it('finds conversations by a word that somebody wrote', async () => {
    const citizen = await office.citizen()
    await citizen.asks('szukam informacji o żaglówce')
    await citizen.asks(WISH)
    const iga = await office.clerk('Iga Wit')

    await iga.page.keyboard.press('Alt+9')
    await iga.page.getByLabel('Słowo lub jego część').fill('zaglowce')
    await iga.page.keyboard.press('Enter')
    await iga.page.getByText('1 rozmowa').waitFor()
    await iga.page.locator('dialog .row').click()

    await iga.reads('szukam informacji o żaglówce')
    await citizen.writes('Nie czekam dłużej')
    await iga.page.getByText('Nikt nie czeka.').waitFor()
  })

  it('S19: shows what citizens write as text, whatever it is', async () => {
    const ola = await office.clerk('Ola Kot')
    const citizen = await office.citizen()
    const attack = '<img src=x onerror="document.title=\'zle\'"><script>document.title="zle"</script>'
    await citizen.asks(WISH)
    await ola.opens('Czekają na pracownika')
    await ola.takes()
    await citizen.writes(attack)

    await ola.reads(attack)
    await ola.writes(attack)
    await citizen.page.locator('.entry.clerk', { hasText: attack }).waitFor()

    expect(await ola.page.locator('desk-log img, desk-log script').count()).toBe(0)
    expect(await citizen.page.locator('office-chat .log img').count()).toBe(0)
    expect(await ola.page.title()).toMatch(/Panel pracownika$/)
    expect(ola.troubles).toEqual([])
  })

  it('C03, C04: hears of new conversations and of messages in others, and never what they say', async () => {
    const bea = await office.clerk('Bea Zak')
    const [one, two] = await Promise.all([office.citizen(), office.citizen()])
    await bea.page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      const region = document.querySelector('desk-page')?.shadowRoot?.querySelector('[role=status].aloud')
      if (region)
        new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        })
    })
    await one.asks(WISH)
    await until(bea.page, async () => /Nowa rozmowa, Biuro obsługi/.test(await heardBy(bea.page)))
    await two.asks(WISH)
    await bea.opens('Czekają na pracownika')
    await bea.takes()
    const first = await bea.page.locator('#conversation-heading').textContent()
    await bea.opens('Czekają na pracownika')
    await bea.takes()
    for (const citizen of [one, two]) await citizen.writes('tajne słowo')

    await until(bea.page, async () => /Nowa wiadomość: rozmowa \d+/.test(await heardBy(bea.page)))

    expect(plain(first)).toMatch(/Rozmowa \d+/)
    expect(await heardBy(bea.page)).not.toContain('tajne')
  })
})

describe('what a clerk reads and writes', () => {
  it('is masked anew on the open page, where the next message completes a number', async () => {
    const lea = await office.clerk('Lea Dym')
    const citizen = await office.citizen()
    await citizen.asks(WISH)
    await lea.opens('Czekają na pracownika')
    await lea.takes()
    await citizen.writes('mój pesel 440514')
    await lea.reads('mój pesel 440514')
    await lea.rows('Twoje rozmowy').getByText('Czeka na odpowiedź').waitFor()

    await citizen.writes('01359')

    await lea.reads('mój pesel [PESEL]')
    await until(lea.page, async () => !(await lea.log()).join().includes('440514'))
    await lea.writes('Dziękuję, mam.')
    await lea.page.getByText('Czeka na odpowiedź').waitFor({ state: 'detached' })
    await lea.field.fill('niewysłane')
    await lea.does('Zakończ', async dialog => {
      await dialog.getByText('tekst, którego jeszcze nie wysłano').waitFor()
      await dialog.locator('input').fill('Próba')
    })
  })

  it('C11: carries its language to the citizen, and advice stands under the field', async () => {
    const ira = await office.clerk('Ira Lew')
    const citizen = await office.citizen()
    await citizen.asks(WISH)
    await ira.opens('Czekają na pracownika')
    await ira.takes()
    await ira.field.fill('PESEL 44051401359')
    await ira.page.getByText('Sprawdź, czy to nie są dane innej osoby.').waitFor()
    expect(await ira.field.getAttribute('spellcheck')).toBe('true')

    await ira.page.getByLabel('Język wiadomości').selectOption('uk')
    expect(await ira.field.getAttribute('lang')).toBe('uk')
    await ira.writes('Добрий день')

    await citizen.page.locator('.entry.clerk .bubble[lang^=uk]', { hasText: 'Добрий день' }).waitFor()
    expect(await ira.page.locator('.message.clerk [lang=uk]', { hasText: 'Добрий день' }).count()).toBe(1)
    await ira.does('Zakończ', dialog => dialog.locator('input').fill('Próba'))
  })
})

describe('C12: how a clerk wants to be called', () => {
  it('is kept for the account, and whoever wants one conversation at once takes no second from the queue', async () => {
    const context = { permissions: ['notifications'] }
    const zoe = await office.clerk('Zoe Rak', {}, context)
    await zoe.page.getByRole('button', { name: 'Powiadomienia' }).click()
    await zoe.page.getByLabel('Sygnał dźwiękowy').check()
    await zoe.page.getByLabel('Powiadomienia systemu').check()
    await zoe.page.getByLabel('Najwięcej rozmów naraz').selectOption('1')
    await zoe.page.reload()
    for (const citizen of await Promise.all([office.citizen(), office.citizen()])) await citizen.asks(WISH)
    await zoe.opens('Czekają na pracownika')
    await zoe.takes()

    await zoe.opens('Czekają na pracownika')
    await zoe.page.getByRole('button', { name: 'Przejmij rozmowę' }).click()

    await zoe.page.getByText('ile wynosi twój limit: 1.').waitFor()
    expect(await zoe.rows('Twoje rozmowy').count()).toBe(1)
    await zoe.page.getByRole('button', { name: 'Powiadomienia' }).click()
    expect(await zoe.page.getByLabel('Sygnał dźwiękowy').isChecked()).toBe(true)
    await zoe.page.getByLabel('Najwięcej rozmów naraz').selectOption('2')
    await zoe.page.keyboard.press('Escape')
    await zoe.takes()
  })

  it('calls with a sound and a notification that quotes nothing, and not at all where that was wished', async () => {
    const ada = await office.clerk('Ada Bas', {}, { permissions: ['notifications'] })
    await ada.page.evaluate(() => {
      const called: string[] = []
      Object.assign(window, { called })
      Object.defineProperty(document, 'hidden', { get: () => true })
      const Real = AudioContext
      window.AudioContext = class extends Real {
        constructor() {
          super()
          called.push('sound')
        }
      }
      // Without a window the browser tells scripts that nothing is permitted, whatever is.
      window.Notification = class extends Notification {
        static override readonly permission = 'granted'
        constructor(title: string, options?: NotificationOptions) {
          super(title, options)
          called.push(options?.body ?? '')
        }
      }
    })
    const called = () => ada.page.evaluate(() => (window as unknown as { called: string[] }).called)
    await ada.page.getByRole('button', { name: 'Powiadomienia' }).click()
    await ada.page.getByLabel('Sygnał dźwiękowy').check()
    await ada.page.getByLabel('Powiadomienia systemu').check()
    await ada.page.keyboard.press('Escape')

    await (await office.citizen()).asks(WISH)
    await until(ada.page, async () => (await called()).length === 3)
    await ada.page.getByRole('button', { name: 'Powiadomienia' }).click()
    await ada.page.getByLabel('Nie przeszkadzać').check()
    await ada.page.keyboard.press('Escape')
    const before = await ada.rows('Czekają na pracownika').count()
    await (await office.citizen()).asks(WISH)
    await until(ada.page, async () => (await ada.rows('Czekają na pracownika').count()) > before)

    // The first tone lets the clerk hear what was switched on.
    expect(await called()).toEqual(['sound', 'sound', expect.stringMatching(/^Nowa rozmowa, Biuro obsługi/)])
  })
})

describe('an administrator who answers nobody', () => {
  it('is told so, can set hours, and is not counted as present', async () => {
    const boss = await office.clerk('Ula Bor', { roles: ['administrator'], departments: [] })

    await boss.page.getByText('nie widzi rozmów').waitFor()
    await boss.page.getByRole('button', { name: 'Dyżury' }).click()
    await boss.page.getByLabel('Poniedziałek').waitFor()

    expect((await office.store.desk.present()).map(({ name }) => name)).not.toContain('Ula Bor')
    expect(await boss.page.locator('.banner').count()).toBe(0)
    expect(boss.troubles).toEqual([])
  })
})

async function heardBy(page: Awaited<ReturnType<Office['clerk']>>['page']): Promise<string> {
  return page.evaluate(() => ((window as unknown as { heard: string[] }).heard ?? []).join('\n'))
}
