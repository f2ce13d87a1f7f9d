import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import type { Store } from '../../bot/ports.ts'
import {
  call,
  type Grant,
  generate,
  NO_LIMITS,
  openPage,
  openStream,
  pageWith,
  readUntil,
  start,
} from '../setup/direct-line.ts'
import { type Service, startService } from '../setup/service.ts'

const CARD_FEE = 'ile kosztuje karta parkingowa'

let service: Service

beforeAll(async () => {
  service = await startService({ website: NO_LIMITS })
})

afterAll(() => service.stop())

describe('a conversation on the website', () => {
  it('starts with a token for one new conversation, and a key to come back', async () => {
    const { status, body } = await generate(service.url)

    expect(status).toBe(200)
    expect(body).toEqual({
      conversationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      token: expect.stringMatching(/^ey/),
      expires_in: 1800,
      resumeToken: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  it('is answered, and echoes what the citizen wrote with its names', async () => {
    const page = await openPage(service.url)

    const { status, body } = await page.write(CARD_FEE, 'my-name')
    const activities = await readUntil(page, all => all.length === 3)

    expect(status).toBe(200)
    expect(activities[0]?.text).toMatch(/automatycznym asystentem/)
    expect(activities[1]).toMatchObject({
      id: body.id,
      text: CARD_FEE,
      from: { role: 'user', id: expect.stringMatching(/^dl_[0-9a-f]{32}$/) },
      channelData: { clientActivityID: 'my-name' },
    })
    expect(activities[2]?.text).toMatch(/Zapłać 21 zł/)
  })

  it('is streamed to a page that has a ticket', async () => {
    const { body } = await generate(service.url)
    const { status, body: started } = await start(service.url, body.token)

    const stream = await openStream(started.streamUrl)
    const [greeting] = await stream.until(all => all.length === 1)
    await call(`${service.url}/directline/conversations/${body.conversationId}/activities`, {
      token: body.token,
      body: { type: 'message', text: CARD_FEE, channelData: { clientActivityID: randomUUID() } },
    })
    const activities = await stream.until(all => all.length === 3)
    stream.close()

    expect(status).toBe(201)
    expect(greeting?.text).toMatch(/automatycznym asystentem/)
    expect(activities.map(({ id }) => id?.split('|')[1])).toEqual(['0000001', '0000002', '0000003'])
    expect(stream.received.at(-1)?.watermark).toBe('3')
  })

  it('is come back to with the resume token', async () => {
    const page = await openPage(service.url)
    await page.write(CARD_FEE)

    const { status, body } = await call<Grant>(`${service.url}/directline/tokens/resume`, {
      body: { resumeToken: page.resumeToken },
    })
    const resumed = await call<Grant>(`${service.url}/directline/conversations/${page.conversationId}?watermark=1`, {
      token: body.token,
    })
    const stream = await openStream(resumed.body.streamUrl)
    const activities = await stream.until(all => all.length === 2)
    stream.close()

    expect([status, resumed.status]).toEqual([200, 200])
    expect(body.conversationId).toBe(page.conversationId)
    expect(body.resumeToken).not.toBe(page.resumeToken)
    expect(activities[0]?.text).toBe(CARD_FEE)
  })
})

describe('a repeated message', () => {
  it('is one message with one id, however often and at whatever time it comes', async () => {
    const page = await openPage(service.url)

    const atOnce = await Promise.all(Array.from({ length: 5 }, () => page.write(CARD_FEE, 'same')))
    const later = await page.write(CARD_FEE, 'same')
    const activities = await readUntil(page, all => all.length >= 3)

    expect(new Set([...atOnce, later].map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect(activities).toHaveLength(3)
  })

  it('is another one in another conversation, and where it has no name', async () => {
    const [one, two] = [await openPage(service.url), await openPage(service.url)]

    const named = [await one.write('hej', 'same'), await two.write('hej', 'same')]
    const nameless = [
      await one.post({ type: 'message', text: 'hej' }),
      await one.post({ type: 'message', text: 'hej' }),
    ]

    expect(new Set([...named, ...nameless].map(({ body }) => body.id)).size).toBe(4)
  })
})

describe('F19: a page that was away', () => {
  it('F19: sends again what it does not know to have arrived, and gets what it missed once, in order', async () => {
    const page = await openPage(service.url)
    await page.write('dzień dobry', '1')
    const before = await readUntil(page, all => all.length === 3)

    // The answer to the second did not arrive, the third was not sent; another tab wrote meanwhile.
    await page.write(CARD_FEE, '2')
    const { body } = await call<Grant>(`${service.url}/directline/tokens/resume`, {
      body: { resumeToken: page.resumeToken },
    })
    const back = pageWith(service.url, body)
    await page.write('a gdzie to załatwić?', 'other tab')
    await back.write(CARD_FEE, '2')
    await back.write('dziękuję', '3')
    await readUntil(back, all => all.length === 9)
    const missed = (await back.read('3')).body.activities

    const seen = [...before, ...missed]
    const numbers = seen.map(({ id }) => Number(id?.split('|')[1]))
    const names = seen.flatMap(({ channelData }) => channelData?.clientActivityID ?? [])
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(names).toEqual(['1', '2', 'other tab', '3'])
  })
})

describe('F20: a watermark', () => {
  it('F20: that is left out, empty or old replays, and anything else is refused, and is never an error of ours', async () => {
    const page = await openPage(service.url)
    await readUntil(page, all => all.length === 1)
    const read = async (watermark: string) => {
      const { status, body } = await page.read(encodeURIComponent(watermark))
      return status === 200 ? body.activities.length : status
    }

    expect(await Promise.all(['', '-', 'null', '0', '1'].map(read))).toEqual([1, 1, 1, 1, 0])
    expect(await Promise.all(['2', '999999999999', '-1', '1.5', '0x1', 'NaN'].map(read))).toEqual(Array(6).fill(400))
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 2 }), async text => {
        const status = await read(text.toWellFormed())

        expect([0, 1, 400]).toContain(status)
      }),
      { numRuns: 50 },
    )
  })

  it('F20: of another conversation opens nothing', async () => {
    const [mine, other] = [await openPage(service.url), await openPage(service.url)]

    const { status } = await pageWith(service.url, { ...other, token: mine.token }).read('1')

    expect(status).toBe(403)
  })
})

describe('P01: who speaks', () => {
  it('P01: says first that it is an automatic assistant, and how to reach a person', async () => {
    const page = await openPage(service.url)

    const [first] = await readUntil(page, all => all.length === 1)

    expect(first?.text).toMatch(/automatycznym asystentem[\s\S]*„pracownik”/)
    expect(first?.from).toEqual({ id: 'assistant', name: 'Automatyczny asystent', role: 'bot' })
  })

  it('P01: says so again when asked', async () => {
    const page = await openPage(service.url)
    await page.write('czy rozmawiam z człowiekiem?')

    const activities = await readUntil(page, all => all.length === 3)

    expect(activities[2]?.text).toMatch(/asystent/)
  })

  it('P02: warns before the first question what not to write', async () => {
    const page = await openPage(service.url)

    const [first] = await readUntil(page, all => all.length === 1)

    expect(first?.text).toMatch(/Nie podawaj numeru PESEL/)
  })
})

describe('S19: hostile text', () => {
  const CORPUS = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[kliknij](javascript:alert(1))',
    '![x](https://evil.example/pixel.png)',
    '"><svg/onload=alert(1)>',
    'data:text/html,<script>alert(1)</script>',
    '{{constructor.constructor("alert(1)")()}}',
  ]

  it.each(CORPUS)('S19: is given back as plain text, and in no answer: %s', async text => {
    const page = await openPage(service.url)
    await page.write(`${text} karta parkingowa`)

    const [, own, ...answers] = await readUntil(page, all => all.length >= 3)

    expect(own).toMatchObject({ textFormat: 'plain', text: `${text} karta parkingowa` })
    expect(JSON.stringify(answers)).not.toMatch(/alert|evil\.example/)
  })

  it('S19: loses the signs that turn its direction or hide between its letters', async () => {
    const page = await openPage(service.url)
    await page.write('ka\u200brta \u202egnikrap\u2066 \ufeff👩‍👧')

    const [, own] = await readUntil(page, all => all.length >= 2)

    expect(own?.text).toBe('karta gnikrap 👩‍👧')
  })
})

describe('personal data', () => {
  it('come back masked, and are kept nowhere else', async () => {
    const page = await openPage(service.url)
    await page.write('mój PESEL to 44051401359')

    const activities = await readUntil(page, all => all.length === 3)

    expect(activities[1]?.text).toBe('mój PESEL to [PESEL]')
    expect(JSON.stringify([activities, service.log])).not.toContain('44051401359')
  })
})

describe('the question whether an answer helped', () => {
  it('stands under the first answer about a topic, and "no" leads on, then to a person', async () => {
    const page = await openPage(service.url)
    await page.write(CARD_FEE)
    const answer = (await readUntil(page, all => all.length === 3)).at(-1)
    const rate = (helped: boolean) =>
      page.post({ type: 'event', name: 'rating', value: { about: answer?.id, helped }, channelData: {} })

    const first = await rate(false)
    const next = (await readUntil(page, all => all.length === 4)).at(-1)
    await rate(false)
    const last = (await readUntil(page, all => all.length === 5)).at(-1)

    expect(answer?.channelData.reply.asksIfHelpful).toBe(true)
    expect(first.status).toBe(200)
    expect(next?.channelData.reply.choices).toContain('Pracownik')
    expect(last?.text).toMatch(/Kontakt z urzędem/)
  })
})

describe('a conversation that its citizen erases', () => {
  it('is gone at once, for every page that shows it', async () => {
    const page = await openPage(service.url)
    const { streamUrl } = (await start(service.url, page.token)).body
    const stream = await openStream(streamUrl)
    await page.write(CARD_FEE)
    await stream.until(all => all.length === 3)

    const { status } = await call(`${service.url}/directline/conversations/${page.conversationId}/erase`, {
      token: page.token,
      body: {},
    })
    const closed = await stream.closed
    const after = [await page.read(), await page.write('hej'), await start(service.url, page.token)]
    const resumed = await call(`${service.url}/directline/tokens/resume`, { body: { resumeToken: page.resumeToken } })

    expect([status, closed]).toEqual([200, 1001])
    expect(after.map(answer => answer.status)).toEqual([404, 404, 404])
    expect(resumed.status).toBe(403)
  })

  it('is erased by nobody else', async () => {
    const [mine, other] = [await openPage(service.url), await openPage(service.url)]

    const { status } = await call(`${service.url}/directline/conversations/${other.conversationId}/erase`, {
      token: mine.token,
      body: {},
    })

    expect([status, (await other.read()).status]).toEqual([403, 200])
  })
})

describe('an answer that takes long', () => {
  it('is announced by a typing sign, which is kept nowhere', async () => {
    const { promise: opened, resolve: open } = Promise.withResolvers<void>()
    const store = createSqliteStore()
    const takeTurn: Store['takeTurn'] = async (...turn) => {
      await opened
      return store.takeTurn(...turn)
    }
    const slow = await startService({ website: NO_LIMITS }, { store: { ...store, takeTurn } })
    const { token, ...grant } = (await generate(slow.url)).body
    const stream = await openStream((await start(slow.url, token)).body.streamUrl)
    const page = pageWith(slow.url, { ...grant, token })

    await page.write(CARD_FEE)
    const sign = await stream.typing
    open()
    await readUntil(page, all => all.length === 3)
    const kept = (await page.read()).body.activities
    await slow.stop()

    expect(sign.from?.role).toBe('bot')
    expect(kept.map(({ type }) => type)).toEqual(['message', 'message', 'message'])
  })
})
