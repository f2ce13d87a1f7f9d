import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Citizen, until, visit } from './citizen.ts'
import { startWebsite, type Website } from './website.ts'

const QUESTION = 'ile kosztuje karta parkingowa'
const ANSWER = /Zapłać 21 zł/
const TOKEN_SECONDS = 60

let website: Website

beforeAll(async () => {
  website = await startWebsite({ tokenSeconds: TOKEN_SECONDS })
}, 60_000)

afterAll(() => website?.stop())

/** Before an open chat, on a device whose time is the test's to give. */
async function clockedCitizen(): Promise<Citizen> {
  const context = await website.device()
  await context.clock.install()
  const citizen = await visit(context, `${website.url}/demo`)
  await citizen.opensChat()
  return citizen
}

/** How the page gets its tokens from now on, such as `refresh`. */
function tokenCalls({ page }: Citizen): readonly string[] {
  const calls: string[] = []
  page.on('request', request => calls.push(...(/\/tokens\/(\w+)$/.exec(request.url())?.slice(1) ?? [])))
  return calls
}

describe('F19: a citizen whose connection comes and goes', () => {
  it('writes offline, sees that it was not sent, and is answered once the network is back, in both tabs', async () => {
    const citizen = await clockedCitizen()
    const context = citizen.page.context()
    const other = await visit(context, `${website.url}/`)
    await other.hasAnswers(1)

    await context.setOffline(true)
    await citizen.writes(QUESTION)
    await citizen.page.getByText('Nie wysłano. Spróbuję jeszcze raz.').waitFor()
    await citizen.page.locator('.state', { hasText: 'Brak połączenia' }).waitFor()
    await website.pass(context, TOKEN_SECONDS + 1)
    await context.setOffline(false)
    await citizen.hasAnswers(2)
    await other.hasAnswers(2)

    const said = await citizen.reads()
    expect(said.slice(1)).toEqual([`Ty: ${QUESTION}`, expect.stringMatching(ANSWER)])
    expect(await other.reads()).toEqual(said)
    await until(citizen.page, async () => (await citizen.page.locator('.state').textContent()) === '')
  })

  it('keeps what was not sent over a reload', async () => {
    const context = await website.device()
    const citizen = await visit(context, `${website.url}/demo`)
    await citizen.opensChat()
    await citizen.page.route('**/activities', route => route.abort())
    await citizen.writes(QUESTION)
    await citizen.page.getByText('Nie wysłano. Spróbuję jeszcze raz.').waitFor()

    await citizen.page.unroute('**/activities')
    await citizen.page.reload()
    await citizen.hasAnswers(2)

    expect((await citizen.reads()).slice(1)).toEqual([`Ty: ${QUESTION}`, expect.stringMatching(ANSWER)])
  })

  it('E04: sends again or takes back what was not sent', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    const { page } = citizen
    await page.route('**/activities', route => route.abort())
    await citizen.writes('nie wysyłaj tego')
    await page.getByRole('button', { name: 'Usuń' }).click()
    await until(page, async () => (await citizen.reads()).length === 1)

    await citizen.writes(QUESTION)
    await page.getByRole('button', { name: 'Wyślij ponownie' }).waitFor()
    await page.unroute('**/activities')
    await page.getByRole('button', { name: 'Wyślij ponownie' }).click()
    await citizen.hasAnswers(2)

    expect((await citizen.reads()).slice(1)).toEqual([`Ty: ${QUESTION}`, expect.stringMatching(ANSWER)])
  })

  it('says it once where the acknowledgement was lost', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    let sent = 0
    await citizen.page.route('**/activities', async route => {
      const response = await route.fetch()
      if (sent++ === 0) await route.abort()
      else await route.fulfill({ response })
    })

    await citizen.asks(QUESTION)
    await until(citizen.page, async () => !(await citizen.page.locator('.failed, .sending').count()))

    expect((await citizen.reads()).slice(1)).toEqual([`Ty: ${QUESTION}`, expect.stringMatching(ANSWER)])
  })

  it('Z01: refreshes its token before the 60 s are over, and comes back with its key when they are', async () => {
    const citizen = await clockedCitizen()
    const { page } = citizen
    const calls = tokenCalls(citizen)

    await website.pass(page.context(), TOKEN_SECONDS * 0.6)
    expect(await citizen.asks(QUESTION)).toMatch(ANSWER)
    await website.pass(page.context(), TOKEN_SECONDS + 1)
    expect(await citizen.asks('a jakie dokumenty')).toMatch(/Karta parkingowa: dokumenty/)
    await website.pass(page.context(), TOKEN_SECONDS + 1)
    await page.reload()
    await citizen.hasAnswers(3)

    expect(calls).toEqual(['refresh', 'resume', 'resume'])
    expect(await citizen.reads()).toHaveLength(5)
  })

  it('is told when the conversation cannot be had any more, and starts a new one', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('office-chat-session') ?? '{}')
      localStorage.setItem(
        'office-chat-session',
        JSON.stringify({ ...kept, token: 'old', resumeToken: 'old', expiresAt: 0, refreshAt: 0 }),
      )
    })
    await citizen.page.reload()

    await citizen.page.getByText('Poprzedniej rozmowy nie da się już otworzyć.').waitFor()
    await citizen.page.getByRole('button', { name: 'Zacznij nową rozmowę' }).click()
    await citizen.hasAnswers(1)

    expect(await citizen.asks(QUESTION)).toMatch(ANSWER)
  })

  it('gets answers where the network lets no socket through', async () => {
    const context = await website.device()
    await context.addInitScript(() => {
      window.WebSocket = class {
        constructor() {
          throw new DOMException('blocked', 'SecurityError')
        }
      } as unknown as typeof WebSocket
    })
    const citizen = await visit(context, `${website.url}/demo`)
    await citizen.opensChat()

    expect(await citizen.asks(QUESTION)).toMatch(ANSWER)
    expect(await citizen.asks('a jakie dokumenty')).toMatch(/Karta parkingowa: dokumenty/)
  })

  it('loses nothing when the service is started again in the middle', async () => {
    const citizen = await website.citizen()
    await citizen.opensChat()
    await citizen.asks(QUESTION)

    await website.stopService()
    await citizen.writes('a jakie dokumenty')
    await citizen.page.getByText('Nie wysłano. Spróbuję jeszcze raz.').waitFor()
    await website.startService()
    await citizen.hasAnswers(3)

    expect((await citizen.reads()).slice(1)).toEqual([
      `Ty: ${QUESTION}`,
      expect.stringMatching(ANSWER),
      'Ty: a jakie dokumenty',
      expect.stringMatching(/Karta parkingowa: dokumenty/),
    ])
  })
})
