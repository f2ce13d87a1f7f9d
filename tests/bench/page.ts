import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { readConfig } from '../../adapters/config.ts'
import { startBrowser } from '../setup/browser.ts'
import { startService } from '../setup/service.ts'

const VISITS = 10
const QUESTION = 'ile kosztuje karta parkingowa'

type Visit = { readonly toFieldMs: number; readonly toGreetingMs: number; readonly toAnswerMs: number }

/** How long a citizen waits in a real browser: from the click to the field, to the greeting, and from Enter to the answer. */
export async function benchPage(): Promise<void> {
  const limits = { ...readConfig({}).website, chatsPerMinute: 1000 }
  const service = await startService({ website: limits })
  const browser = await startBrowser()
  const visits: Visit[] = []
  for (let count = 0; count < VISITS; count++) visits.push(await visit(browser, service.url))
  const script = await fetch(`${service.url}/widget.js`, { headers: { 'accept-encoding': 'gzip' } })
  const info = await (await fetch(`${service.url}/office.json`)).text()

  const line = (name: string, of: (visit: Visit) => number) => {
    const sorted = visits.map(of).sort((a, b) => a - b)
    const at = (share: number) => `${Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)} ms`
    return `${name.padEnd(28)}${at(0.5).padStart(8)} median${at(1).padStart(8)} slowest`
  }
  process.stdout.write(
    `${[
      line('click to field', each => each.toFieldMs),
      line('click to greeting', each => each.toGreetingMs),
      line('Enter to answer on screen', each => each.toAnswerMs),
      `script ${script.headers.get('content-length')} bytes gzip, office ${gzipSync(info).length}`,
    ].join('\n')}\n`,
  )
  await browser.close()
  await service.stop()
}

/** Measured within the page, from the event to the frame that shows what it led to. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${url}/demo`)
  await page.locator('.launcher').waitFor()
  const measured = await page.locator('office-chat').evaluate(async (chat, question): Promise<Visit> => {
    const root = chat.shadowRoot
    const { requestAnimationFrame, KeyboardEvent, Event } = chat.ownerDocument.defaultView
    const passed = async (since: number, isShown: () => boolean) => {
      while (!isShown()) await new Promise(resolve => requestAnimationFrame(resolve))
      return performance.now() - since
    }
    const answers = () => root.querySelectorAll('.assistant').length

    const clicked = performance.now()
    root.querySelector('.launcher').click()
    const toFieldMs = await passed(clicked, () => root.activeElement?.id === 'field')
    const toGreetingMs = await passed(clicked, () => answers() === 1)
    const field = root.querySelector('#field')
    field.value = question
    field.dispatchEvent(new Event('input'))
    const pressed = performance.now()
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
    return { toFieldMs, toGreetingMs, toAnswerMs: await passed(pressed, () => answers() === 2) }
  }, QUESTION)
  await context.close()
  return measured
}
