import { randomUUID } from 'node:crypto'
import type { Page as BrowserPage } from 'playwright-core'
import { WebSocket } from 'ws'
import type { OpenConversation, Overview } from '../../adapters/desk/wire.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { startBrowser } from '../setup/browser.ts'
import { type DeskBrowser, makeAccount, signedInBrowser } from '../setup/desk-browser.ts'
import { NO_LIMITS, openPage, type Page } from '../setup/direct-line.ts'
import { startService } from '../setup/service.ts'

const WAITING = 50
const HELD = 20
const SECONDS = 10
/** Each conversation with a clerk has a message of each side this often. */
const EVERY_MS = 2_000
const SAMPLES = 30

/** A desk on a busy day: 50 wait and 20 talk with clerks, whose pages are all open. Seen from one more clerk's browser. */
export async function benchDesk(): Promise<void> {
  const accounts = openSqliteAccounts()
  const service = await startService({ website: NO_LIMITS, queueMinutes: 60 }, { accounts })
  const { url } = service
  const clerks = await Promise.all(
    Array.from({ length: HELD + 1 }, async (_, index) => {
      const login = `clerk-${index}`
      await makeAccount(accounts, { login, departments: ['transport'] })
      return signedInBrowser(url, accounts, login, new Date())
    }),
  )
  for (const clerk of clerks) await clerk.post('/desk/api/presence', { presence: 'free' })
  const citizens: Page[] = []
  for (let count = 0; count <= WAITING + HELD; count++) citizens.push(await waitingCitizen(url))
  const [me, ...others] = clerks
  if (!me) return
  const [mine, ...theirs] = citizens
  await until(async () => (await overviewOf(me)).queue.length === citizens.length)

  const overviews: number[] = []
  const sockets = others.map(clerk => openFeed(url, clerk, overviews))
  const holds = await Promise.all(others.map((clerk, index) => take(clerk, theirs[index]?.conversationId ?? '')))
  const browser = await startBrowser()
  const page = await openMine(await browser.newContext({ viewport: { width: 1280, height: 800 } }), url, me)

  const traffic = setInterval(() => {
    for (const [index, hold] of holds.entries()) {
      void theirs[index]?.write('czy to już wszystko?')
      void others[index]?.post(`${hold.path}/commands`, {
        kind: 'write',
        commandId: randomUUID(),
        epoch: hold.epoch,
        text: 'Jeszcze chwila.',
      })
    }
  }, EVERY_MS)
  overviews.length = 0
  const toScreen: number[] = []
  const toFrame: number[] = []
  const ends = performance.now() + SECONDS * 1000
  while (mine && (performance.now() < ends || toScreen.length < SAMPLES)) {
    toFrame.push(await keyToFrame(page))
    toScreen.push(await postToScreen(page, mine))
  }
  clearInterval(traffic)

  const bytes = JSON.stringify(await overviewOf(me)).length
  process.stdout.write(
    `${[
      `${WAITING} wait, ${HELD} with clerks, ${HELD + 1} pages open, ${Math.round((2 * HELD * 1000) / EVERY_MS)} messages a second`,
      line('citizen posts to clerk sees', toScreen),
      line('key to frame', toFrame),
      line('lists, as each page asks', overviews),
      `${overviews.length} lists of ${bytes} bytes in ${SECONDS} s`,
    ].join('\n')}\n`,
  )
  for (const socket of sockets) socket.terminate()
  await browser.close()
  await service.stop()
}

async function waitingCitizen(url: string): Promise<Page> {
  const page = await openPage(url)
  await page.write('ile kosztuje rejestracja auta z niemiec')
  await page.write('chcę rozmawiać z człowiekiem')
  return page
}

async function overviewOf(clerk: DeskBrowser): Promise<Overview> {
  return (await clerk.get('/desk/api/overview')).body as Overview
}

/** As the page does: one look after another, however many hints come. */
function openFeed(url: string, clerk: DeskBrowser, took: number[]): WebSocket {
  const headers = { cookie: clerk.cookie(), origin: url, 'sec-fetch-site': 'same-origin' }
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/desk/feed`, { headers })
  let isLooking = false
  let isAsked = false
  socket.on('message', async () => {
    isAsked = true
    if (isLooking) return
    isLooking = true
    while (isAsked) {
      isAsked = false
      const began = performance.now()
      await overviewOf(clerk)
      took.push(performance.now() - began)
    }
    isLooking = false
  })
  return socket
}

async function take(clerk: DeskBrowser, conversationId: string) {
  const path = `/desk/api/conversations/${conversationId}`
  const answer = await clerk.post(`${path}/commands`, { kind: 'take', commandId: randomUUID(), isForced: false })
  return { path, epoch: (answer.body as OpenConversation).conversation.epoch }
}

/** The desk before the longest waiting citizen, whom the clerk has taken. */
async function openMine(
  context: Awaited<ReturnType<Awaited<ReturnType<typeof startBrowser>>['newContext']>>,
  url: string,
  clerk: DeskBrowser,
): Promise<BrowserPage> {
  const [, value = ''] = clerk.cookie().split('=')
  await context.addCookies([{ name: 'desk', value, url }])
  const page = await context.newPage()
  await page.goto(`${url}/desk`)
  await page.getByRole('button', { name: 'Przejmij najdłużej czekającą' }).click()
  await page.getByText('Prowadzisz tę rozmowę.').first().waitFor()
  return page
}

async function postToScreen(page: BrowserPage, citizen: Page): Promise<number> {
  const text = `pytanie ${randomUUID()}`
  const began = performance.now()
  const shown = page.locator('desk-log li', { hasText: text }).waitFor()
  await citizen.write(text)
  await shown
  return performance.now() - began
}

/** From a key in the field to the frame that shows it, measured within the page. */
function keyToFrame(page: BrowserPage): Promise<number> {
  return page.locator('desk-composer textarea').evaluate(async field => {
    const { requestAnimationFrame, Event } = field.ownerDocument.defaultView
    const began = performance.now()
    field.value += 'a'
    field.dispatchEvent(new Event('input'))
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return performance.now() - began
  })
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise(resolve => setTimeout(resolve, 50))
}

function line(name: string, values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => `${Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)} ms`
  return `${name.padEnd(28)}${at(0.5).padStart(8)} median${at(0.95).padStart(8)} of 95 %${at(1).padStart(8)} slowest`
}
