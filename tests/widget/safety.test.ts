import { once } from 'node:events'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { readConfig } from '../../adapters/config.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import type { Message } from '../../bot/message.ts'
import type { Store } from '../../bot/ports.ts'
import type { Reply } from '../../dialogs/reply.ts'
import { startBrowser } from '../setup/browser.ts'
import { type Service, startService } from '../setup/service.ts'
import { type Citizen, until, visit } from './citizen.ts'

/** What would run, load or mislead if text were anything but text. */
const ATTACKS = [
  '<img src=x onerror="window.hit=1">',
  '<script>window.hit=1</script>',
  '<svg onload="window.hit=1"></svg>',
  '"><iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '[kliknij](javascript:window.hit=1)',
  'javascript:window.hit=1',
  '<a href="data:text/html,<script>window.hit=1</script>">dane</a>',
  '![zdjęcie](https://evil.example/x.png)',
  '{{window.hit=1}} &lt;script&gt; <!-- -->',
  '<style>*{display:none}</style><base href="https://evil.example/">',
  '\u202Eęjęimz ukzrótek\u202C \u200Bukryte',
]

let browser: Browser
let service: Service
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  browser = await startBrowser()
}, 60_000)

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

afterAll(() => browser?.close())

async function serve(settings: Parameters<typeof startService>[0] = {}, store?: Store): Promise<Service> {
  service = await startService(settings, store ? { store } : {})
  closing.push(service.stop)
  return service
}

/** A page of the office at an address of its own, which forbids everything but what the chat needs. */
async function strictPage(
  html: (service: string) => string,
): Promise<{ readonly url: string; readonly use: (service: string) => void }> {
  let at = ''
  const server = createServer((_request, response) => {
    const policy = [
      "default-src 'none'",
      `script-src ${at}`,
      "style-src 'self'",
      `connect-src ${at} ${at.replace('http', 'ws')}`,
      "require-trusted-types-for 'script'",
      "base-uri 'none'",
    ].join('; ')
    response.setHeader('Content-Security-Policy', policy)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(html(at))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  closing.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    use: service => {
      at = service
    },
  }
}

/** A store whose assistant says what the attacks say, in every kind of block. */
function sayingAttacks(store: Store): Store {
  const blocks: Reply['blocks'] = ATTACKS.flatMap(text => [
    { kind: 'heading', text } as const,
    { kind: 'paragraph', text } as const,
    { kind: 'list', label: text, items: [text, `Opłata: ${text}`] } as const,
    { kind: 'source', label: text, cited: [{ title: text, url: text }], note: text } as const,
  ])
  const attack = (message: Message): Message =>
    typeof message.content === 'string'
      ? message
      : { ...message, content: { explanation: null, reply: { blocks, choices: [] } } }
  return { ...store, history: async (id, seq) => (await store.history(id, seq)).map(attack) }
}

async function wasHit(page: Page): Promise<boolean> {
  return page.evaluate(() => 'hit' in window)
}

describe('the chat in a page of the office', () => {
  it('S11: works where the page allows its script and nothing inline, and breaks no rule', async () => {
    const page = await strictPage(
      at => `<!doctype html><title>Urząd</title><script src="${at}/widget.js" async></script>`,
    )
    const { url } = await serve({ websiteOrigins: [page.url] })
    page.use(url)

    const citizen = await visit(await browser.newContext(), page.url)
    await citizen.opensChat()
    await citizen.asks('ile kosztuje karta parkingowa')
    await citizen.opensMenu()
    await citizen.page.getByRole('button', { name: 'Ciemne' }).click()

    expect(await citizen.page.locator('.panel').evaluate(panel => getComputedStyle(panel).position)).toBe('fixed')
    expect(citizen.troubles).toEqual([])
  })

  it('S10: gets no word with the service where the office did not name the page', async () => {
    const page = await strictPage(
      at => `<!doctype html><title>Obca</title><script src="${at}/widget.js" async></script>`,
    )
    const { url } = await serve()
    page.use(url)

    const citizen = await visit(await browser.newContext(), page.url)
    await citizen.page.getByRole('button', { name: 'Czat', exact: true }).click()
    await citizen.page.locator('.state', { hasText: 'Brak połączenia' }).waitFor()

    expect(await citizen.answers.count()).toBe(0)
  })

  it('P03: keeps nothing on the device and asks nobody but the service, before it is opened and after', async () => {
    const { url } = await serve()
    const context = await browser.newContext()
    const asked: string[] = []
    context.on('request', request => asked.push(request.url()))
    const kept = ({ page }: Citizen) => page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)])
    const citizen = await visit(context, `${url}/demo`)
    await citizen.page.getByRole('button', { name: 'Czat', exact: true }).waitFor()

    expect(await kept(citizen)).toEqual([[], []])
    expect(asked.map(each => new URL(each).pathname).sort()).toEqual(['/demo', '/page.css', '/widget.js'])
    await citizen.opensChat()

    expect((await kept(citizen)).map(keys => keys.filter(key => !key.startsWith('office-chat-')))).toEqual([[], []])
    expect(await context.cookies()).toEqual([])
    expect([...new Set(asked.filter(each => !each.startsWith('data:')).map(each => new URL(each).host))]).toEqual([
      new URL(url).host,
    ])
  })

  it('loads at most 35,000 bytes', async () => {
    const { url } = await serve()
    const script = await fetch(`${url}/widget.js`, { headers: { 'accept-encoding': 'gzip' } })
    const info = await (await fetch(`${url}/office.json`)).text()

    expect(script.headers.get('content-encoding')).toBe('gzip')
    expect(Number(script.headers.get('content-length')) + gzipSync(info).length).toBeLessThanOrEqual(35_000)
  })

  it('asks for the script again only when it changed', async () => {
    const { url } = await serve()
    const first = await fetch(`${url}/widget.js`)

    const again = await fetch(`${url}/widget.js`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })

    expect([first.status, again.status]).toEqual([200, 304])
  })
})

describe('S19: text', () => {
  it('of a citizen stays text', async () => {
    const { url } = await serve({ website: { ...readConfig({}).website, messagesAtOnce: 100 } })
    const context = await browser.newContext()
    const citizen = await visit(context, `${url}/demo`)
    await citizen.opensChat()

    for (const attack of ATTACKS) await citizen.asks(attack)

    expect(await wasHit(citizen.page)).toBe(false)
    expect(await citizen.page.locator('.citizen .bubble *').count()).toBe(0)
    expect((await citizen.reads()).filter(line => line.startsWith('Ty:'))).toHaveLength(ATTACKS.length)
    expect(citizen.troubles).toEqual([])
  })

  it('of the knowledge base stays text, with links to safe places only, in the chat and in the transcript', async () => {
    const { url } = await serve({}, sayingAttacks(createSqliteStore()))
    const context = await browser.newContext()
    const asked: string[] = []
    context.on('request', request => asked.push(request.url()))
    const citizen = await visit(context, `${url}/demo`)
    await citizen.opensChat()

    const elements = await citizen.page
      .locator('.assistant .bubble *')
      .evaluateAll(all => [...new Set(all.map(element => element.tagName.toLowerCase()))].sort())
    const links = await citizen.page
      .locator('.bubble a')
      .evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
    await citizen.opensMenu()
    const [download] = await Promise.all([
      citizen.page.waitForEvent('download'),
      citizen.page.getByRole('button', { name: 'Pobierz zapis jako stronę (HTML)' }).click(),
    ])
    const transcript = await visit(await browser.newContext(), 'about:blank')
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
    await transcript.page.setContent(Buffer.concat(chunks).toString('utf8'))

    expect(
      elements.filter(tag => !['a', 'dd', 'div', 'dl', 'dt', 'h3', 'li', 'p', 'span', 'strong', 'ul'].includes(tag)),
    ).toEqual([])
    expect(links.filter(href => !/^(https:|mailto:|tel:)/.test(href))).toEqual([])
    expect(await citizen.page.locator('.bubble').first().textContent()).not.toMatch(/[\u200B\u202E]/)
    expect([await wasHit(citizen.page), await wasHit(transcript.page)]).toEqual([false, false])
    expect(await transcript.page.locator('img, script, iframe, svg').count()).toBe(0)
    expect(asked.filter(each => !each.startsWith(url) && !/^(data|blob):/.test(each))).toEqual([])
    await until(citizen.page, async () => citizen.troubles.length === 0)
  })
})
