import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Locator } from 'playwright-core'
import type { Citizen } from './citizen.ts'
import { startWebsite, type Website } from './website.ts'

let website: Website

beforeAll(async () => {
  website = await startWebsite()
}, 60_000)

afterAll(() => website?.stop())

/** Whether all of it, or at least its beginning, is within the window. */
async function isInView(citizen: Citizen, element: Locator, least: 'all' | 'beginning'): Promise<boolean> {
  const box = await element.boundingBox()
  const size = citizen.page.viewportSize()
  if (!box || !size) return false
  const end = least === 'all' ? box.y + box.height : box.y + 24
  return box.x >= 0 && box.x + box.width <= size.width && box.y >= 0 && end <= size.height
}

/** What is wider than its place, by its words; the field scrolls by itself. */
function overflowing(citizen: Citizen): Promise<readonly string[]> {
  return citizen.page.locator('office-chat .panel *:visible').evaluateAll(elements =>
    elements
      .filter(element => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
      .filter(element => !element.closest('.aloud') && !element.matches('.aloud, .aloud *, textarea'))
      .map(element => `${element.className}: ${element.textContent?.trim().slice(0, 40)}`),
  )
}

describe('what a citizen sees', () => {
  it.each([
    ['400 % zoom', 320, 256],
    ['a small phone', 320, 568],
    ['a phone on its side', 640, 320],
    ['a window', 1280, 800],
  ])(
    'V02, V06: has the field and the last message in view, and nothing to scroll sideways: %s',
    async (_name, width, height) => {
      for (const path of ['/demo', '/']) {
        const citizen = await website.citizen(path, { viewport: { width, height } })
        if (path === '/demo') await citizen.opensChat()
        await citizen.hasAnswers(1)
        await citizen.asks('dokumenty do rejestracji auta z niemiec')
        await citizen.field.scrollIntoViewIfNeeded()

        expect(await isInView(citizen, citizen.field, 'all')).toBe(true)
        expect(await isInView(citizen, citizen.answers.last(), 'beginning')).toBe(true)
        expect(await citizen.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
        expect(await overflowing(citizen)).toEqual([])
      }
    },
  )

  it('V03: cuts nothing at 200 % text and wide spacing', async () => {
    const citizen = await website.citizen('/demo', { viewport: { width: 400, height: 640 } })
    await citizen.opensChat()
    await citizen.asks('karta')
    await citizen.opensMenu()
    await citizen.page.getByRole('button', { name: '200%' }).click()
    await citizen.page.locator('office-chat').evaluate(chat => {
      const spacing = new CSSStyleSheet()
      spacing.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      )
      chat.shadowRoot?.adoptedStyleSheets.push(spacing)
    })
    const menu = await overflowing(citizen)
    await citizen.page.getByRole('button', { name: 'Wróć do rozmowy' }).click()

    expect(menu).toEqual([])
    expect(await overflowing(citizen)).toEqual([])
    expect(await isInView(citizen, citizen.field, 'all')).toBe(true)
    expect(await isInView(citizen, citizen.page.locator('.choice').last(), 'beginning')).toBe(true)
  })

  it('V02: has a warning, its buttons and the field in view at 400 % zoom', async () => {
    const citizen = await website.citizen('/demo', { viewport: { width: 320, height: 256 } })
    await citizen.opensChat()
    await citizen.writes('Mój PESEL to 44051401359 i konto PL61109010140000071219812874')

    for (const name of ['Usuń te dane', 'Wyślij mimo to', 'Wyślij', 'Porozmawiaj z pracownikiem', 'Menu czatu']) {
      const button = citizen.page.getByRole('button', { name, exact: true })
      expect([name, await isInView(citizen, button, 'all')]).toEqual([name, true])
    }
    expect(await isInView(citizen, citizen.field, 'all')).toBe(true)
  })

  it('V05: has targets of 24 pixels and more, main ones of 44, choices 8 apart', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.asks('karta')
    const boxes = (selector: string) =>
      citizen.page
        .locator(selector)
        .evaluateAll(elements => elements.map(element => element.getBoundingClientRect().toJSON()))

    const all: readonly DOMRect[] = await boxes('office-chat button:visible')
    const main: readonly DOMRect[] = await boxes('.main, .person:visible, .choice, .square')
    const choices: readonly DOMRect[] = await boxes('.choice')

    expect(all.filter(box => box.width < 24 || box.height < 24)).toEqual([])
    expect(main.filter(box => box.width < 44 || box.height < 44)).toEqual([])
    expect(choices.slice(1).map((box, index) => box.top - (choices[index]?.bottom ?? 0))).toEqual([8, 8, 8])
  })

  it('sees each sheet of the menu from its beginning', async () => {
    const citizen = await website.citizen('/demo', { viewport: { width: 320, height: 568 } })
    await citizen.opensChat()
    await citizen.opensMenu()
    await citizen.page.getByRole('button', { name: 'Prywatność' }).click()
    const beginning = citizen.page.locator('.sheet p').first()
    await beginning.waitFor()

    expect(await isInView(citizen, beginning, 'beginning')).toBe(true)
    expect(await citizen.page.locator('.sheet').evaluate(sheet => sheet.scrollTop)).toBe(0)
  })

  it('V04: types in letters of 16 pixels', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()

    expect(await citizen.field.evaluate(field => getComputedStyle(field).fontSize)).toBe('16px')
  })

  it('V08: moves nothing where less motion is wanted', async () => {
    const citizen = await website.citizen('/demo', { reducedMotion: 'reduce' })
    await citizen.page.routeWebSocket(/stream/, () => undefined)
    await citizen.opensChat()
    await citizen.writes('karta')
    await citizen.page.locator('.typing').waitFor()

    expect(await citizen.page.locator('.dots').isVisible()).toBe(false)
    expect(await citizen.page.evaluate(() => document.getAnimations().length)).toBe(0)
  })

  it('V07: sees borders, signs, names and the focus in forced colours', async () => {
    const citizen = await website.citizen('/demo', { forcedColors: 'active' })
    await citizen.opensChat()
    await citizen.asks('karta')

    const border = (element: Locator) =>
      element.evaluate(each => Number.parseFloat(getComputedStyle(each).borderTopWidth))
    expect(await border(citizen.answers.last().locator('.bubble'))).toBeGreaterThan(0)
    expect(await border(citizen.page.locator('.entry.citizen .bubble'))).toBeGreaterThan(0)
    expect(await citizen.page.locator('.who b').first().isVisible()).toBe(true)
    const signs = await citizen.page.locator('.panel svg:visible').evaluateAll(all =>
      all.map(sign => {
        const { stroke, color } = getComputedStyle(sign)
        return stroke === color
      }),
    )
    expect(signs.length > 0 && signs.every(Boolean)).toBe(true)
    expect(
      await citizen.field.evaluate(field => Number.parseFloat(getComputedStyle(field).outlineWidth)),
    ).toBeGreaterThanOrEqual(2)
  })

  it('K07: sees where the focus is', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.asks('karta')
    for (const name of ['Menu czatu', 'Wyślij', 'Porozmawiaj z pracownikiem', 'Karta wędkarska']) {
      const button = citizen.page.getByRole('button', { name })
      await button.focus()

      const { width, style } = await button.evaluate(element => {
        const { outlineWidth, outlineStyle } = getComputedStyle(element)
        return { width: Number.parseFloat(outlineWidth), style: outlineStyle }
      })
      expect([name, style, width >= 2]).toEqual([name, 'solid', true])
    }
  })

  it('takes the place, the colour and the words that the page gives it', async () => {
    const citizen = await website.citizen()
    await citizen.page.evaluate(() => {
      document.querySelector('office-chat')?.remove()
      const chat = document.createElement('office-chat')
      const given = {
        position: 'left',
        accent: '#7a1f5c',
        launcher: 'Zapytaj',
        heading: 'Czat starostwa',
        placeholder: 'Pytanie',
      }
      for (const [name, value] of Object.entries(given)) chat.setAttribute(name, value)
      document.body.append(chat)
    })
    const launcher = citizen.page.getByRole('button', { name: 'Zapytaj' })

    expect((await launcher.boundingBox())?.x).toBeLessThan(100)
    expect(await launcher.evaluate(button => getComputedStyle(button).backgroundColor)).toBe('rgb(122, 31, 92)')
    await launcher.click()
    await citizen.page.getByRole('region', { name: 'Czat starostwa' }).waitFor()
    expect(await citizen.field.getAttribute('placeholder')).toBe('Pytanie')
  })

  it('refuses an accent that could not be read', async () => {
    const citizen = await website.citizen()
    await citizen.page.locator('office-chat').evaluate(chat => chat.setAttribute('accent', '#ffee00'))

    const colour = await citizen.page
      .getByRole('button', { name: 'Czat' })
      .evaluate(button => getComputedStyle(button).backgroundColor)
    expect(colour).toBe('rgb(11, 87, 164)')
  })
})
