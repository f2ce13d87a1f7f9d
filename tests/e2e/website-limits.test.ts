import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { type Config, readConfig } from '../../adapters/config.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import {
  type Answer,
  call,
  generate,
  NO_LIMITS,
  openPage,
  openStream,
  type Page,
  pageWith,
  readUntil,
  start,
} from '../setup/direct-line.ts'
import { type Service, startService } from '../setup/service.ts'

const LIMITS = readConfig({}).website

let service: Service | undefined
/** One without limits, for all. */
let url = ''
let shared: Service

beforeAll(async () => {
  shared = await startService({ website: NO_LIMITS })
  url = shared.url
})

afterAll(() => shared.stop())

afterEach(async () => {
  await service?.stop()
  service = undefined
})

async function serve(settings: Partial<Config> = {}): Promise<string> {
  service = await startService(settings)
  return service.url
}

const statuses = (answers: readonly Answer<unknown>[]) => answers.map(({ status }) => status)
/** Each writes once. */
const writeAtOnce = (pages: readonly Page[]) =>
  Promise.all(
    pages.map(async page => {
      const began = performance.now()
      const { status } = await page.write('ile kosztuje karta parkingowa')
      return { status, ms: performance.now() - began }
    }),
  )

const p95 = (waits: readonly { readonly ms: number }[]) =>
  waits.map(({ ms }) => ms).toSorted((one, other) => one - other)[Math.floor(waits.length * 0.95)] ?? 0

const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

describe('S17: chats', () => {
  it('S17: are started ten in a minute by one address, whatever it says of itself', async () => {
    const url = await serve()

    const started = await times(10, index => generate(url, { 'x-forwarded-for': `10.0.0.${index}` }))
    const refused = await generate(url, { 'x-forwarded-for': '10.0.1.1', forwarded: 'for=10.0.1.1' })

    expect(new Set(statuses(started))).toEqual(new Set([200]))
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('6')
    expect(refused.text).toMatch(/Try again in 6 s/)
  })

  it('S17: are counted by what a trusted proxy says, and not by what was said to it', async () => {
    const url = await serve({ trustedProxies: ['127.0.0.0/8', '::1'] })
    const behind = (address: string) => generate(url, { 'x-forwarded-for': `10.9.9.9, ${address}` })

    const one = await times(11, () => behind('192.0.2.1'))
    const another = await behind('192.0.2.2')

    expect(statuses(one).toSorted()).toEqual([...Array(10).fill(200), 429])
    expect(another.status).toBe(200)
  })

  it('S17: are resumed no faster, so that nobody guesses a resume token', async () => {
    const url = await serve()

    const guesses = await times(11, index =>
      call(`${url}/directline/tokens/resume`, { body: { resumeToken: `guess-${index}` } }),
    )

    expect(statuses(guesses).toSorted()).toEqual([...Array(10).fill(403), 429])
  })
})

describe('S17: messages', () => {
  it('S17: come five at once and twenty in a minute; the excess is told when to try again', async () => {
    const url = await serve()
    const page = await openPage(url)

    const answers = await times(6, index => page.write(`pytanie ${index}`))

    const refused = answers.find(({ status }) => status === 429)
    expect(statuses(answers).toSorted()).toEqual([200, 200, 200, 200, 200, 429])
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused?.body).toMatchObject({ error: { code: 'TooManyRequests' } })
  })

  it('F18: of one who floods slow nobody else down', async () => {
    const url = await serve({ website: { ...LIMITS, chatsPerMinute: 1000 } })
    const flooding = await openPage(url)
    const pages = await times(50, () => openPage(url))
    const calm = await writeAtOnce(pages)
    let isOver = false
    const flood = times(10, async () => {
      const answers: Answer[] = []
      while (!isOver) answers.push(await flooding.write('zalew'))
      return answers
    })

    const waits = await writeAtOnce(pages)

    isOver = true
    const answers = (await flood).flat()
    expect(new Set(waits.map(({ status }) => status))).toEqual(new Set([200]))
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(LIMITS.messagesAtOnce + 1)
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(5)
    expect(p95(waits)).toBeLessThan(Math.max(2000, 3 * p95(calm)))
  })
})

describe('streams', () => {
  it('are five for each conversation; one more is refused, until one is closed', async () => {
    const { token } = (await generate(url)).body
    const open = async () => openStream((await start(url, token)).body.streamUrl)
    const streams = [await open(), await open(), await open(), await open(), await open()]

    await expect(open()).rejects.toThrow(/429/)
    streams[0]?.close()
    await streams[0]?.closed
    const again = await open()

    for (const stream of [...streams, again]) stream.close()
  })

  it('are five where six come at once', async () => {
    const { token } = (await generate(url)).body
    const addresses = await times(6, async () => (await start(url, token)).body.streamUrl)

    const opened = await Promise.allSettled(addresses.map(address => openStream(address)))

    const streams = opened.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []))
    for (const stream of streams) stream.close()
    expect(streams).toHaveLength(5)
  })

  it('bring a long conversation whole, a portion at a time', async () => {
    const page = await openPage(url)
    for (let index = 0; index < 30; index++) await times(2, () => page.write('dzień dobry'))
    await readUntil(page, all => all.length === 121)

    const stream = await openStream((await start(url, page.token)).body.streamUrl)
    const activities = await stream.until(all => all.length === 121)
    stream.close()

    expect(activities.map(({ id }) => Number(id?.split('|')[1]))).toEqual(activities.map((_, index) => index + 1))
    expect(stream.received.map(set => set.activities.length)).toEqual([50, 50, 21])
  })

  it('are told to come back when the service stops', async () => {
    const url = await serve({ website: NO_LIMITS })
    const { token } = (await generate(url)).body
    const stream = await openStream((await start(url, token)).body.streamUrl)

    await service?.stop()

    expect(await stream.closed).toBe(1012)
    service = undefined
  })
})

describe('S18: what is posted', () => {
  it.each([
    ['more than 64 KiB', { type: 'message', text: 'a'.repeat(66_000) }, 413, /65536 bytes/],
    ['a text of 2001 characters', { type: 'message', text: 'a'.repeat(2001) }, 400, /at most 2000 characters/],
    ['JSON 21 levels deep', `${'['.repeat(21)}${']'.repeat(21)}`, 400, /nested/],
    ['no JSON', '{"type":', 400, /JSON/],
    ['no activity', [], 400, /the body/],
    ['no type', { text: 'hej' }, 400, /type/],
    ['a number as text', { type: 'message', text: 7 }, 400, /text/],
    ['a rating of nothing', { type: 'event', name: 'rating', value: { about: 'x' } }, 400, /rating/],
  ])('S18: is refused with what to mend: %s', async (_name, body, status, expected) => {
    const { conversationId, token } = await openPage(url)

    const answer = await call(`${url}/directline/conversations/${conversationId}/activities`, { token, body })

    expect(answer.status).toBe(status)
    expect(answer.text).toMatch(expected)
  })

  it.each([
    ['2000 characters', { type: 'message', text: 'a'.repeat(2000) }],
    ['a typing sign', { type: 'typing' }],
    ['an event', { type: 'event', name: 'webchat/join', value: { language: 'pl' } }],
    ['an unknown type', { type: 'somethingNew', value: [1] }],
    ['an empty text', { type: 'message', text: '' }],
    ['odd channel data', { type: 'message', text: 'hej', channelData: 'x' }],
    ['a NUL and half of a sign', { type: 'message', text: 'hej\0 \ud800' }],
  ])('S18: is taken: %s', async (_name, activity) => {
    const page = await openPage(url)

    const { status, body } = await page.post(activity)

    expect(status).toBe(200)
    expect(body.id).toMatch(new RegExp(`^${page.conversationId}\\|`))
  })

  it('S22: is no file: the upload is refused, and the assistant says so in the chat', async () => {
    const page = await openPage(url)
    const form = new FormData()
    form.append('activity', new Blob(['{}'], { type: 'application/vnd.microsoft.activity' }))
    form.append('file', new Blob(['x'.repeat(200_000)]), 'dowod.png')

    const { status } = await fetch(`${url}/directline/conversations/${page.conversationId}/upload?userId=x`, {
      method: 'POST',
      headers: { authorization: `Bearer ${page.token}` },
      body: form,
    })

    const texts = (await page.read()).body.activities.map(({ text }) => text)
    expect(status).toBe(415)
    expect(texts.at(-1)).toMatch(/Nie otwieram plików/)
  })
})

describe('a store that is away', () => {
  it('ends no stream: what was missed comes once the store is back', async () => {
    const store = createSqliteStore()
    let failures = 0
    const history: typeof store.history = async (...range) => {
      if (failures-- > 0) throw new Error('away')
      return store.history(...range)
    }
    service = await startService({ website: NO_LIMITS }, { store: { ...store, history } })
    const grant = (await generate(service.url)).body
    const stream = await openStream((await start(service.url, grant.token)).body.streamUrl)
    await stream.until(all => all.length === 1)

    failures = 1
    await pageWith(service.url, grant).write('dzień dobry')
    const messages = await stream.until(all => all.length === 3)
    stream.close()

    expect(failures).toBeLessThan(1)
    expect(messages).toHaveLength(3)
  })

  it('is told as such, with when to try again, and nothing is taken for kept', async () => {
    const store = createSqliteStore()
    let isAway = false
    const orAway =
      <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
      async (...given: Given): Promise<Result> => {
        if (isAway) throw new Error('password=fake')
        return work(...given)
      }
    const chats = { ...store.chats, open: orAway(store.chats.open), find: orAway(store.chats.find) }
    service = await startService(
      { website: NO_LIMITS },
      { store: { ...store, accept: orAway(store.accept), history: orAway(store.history), chats } },
    )
    const page = await openPage(service.url)

    isAway = true
    const answers = [await generate(service.url), await page.read(), await page.write('hej', 'x')]
    isAway = false
    const again = await page.write('hej', 'x')

    for (const { status, headers, text } of answers) {
      expect([status, headers.get('retry-after')]).toEqual([503, '5'])
      expect(text).not.toContain('password')
    }
    expect(again.status).toBe(200)
  })
})
