import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { call, type Grant, generate, NO_LIMITS, openPage, openStream, readUntil, start } from '../setup/direct-line.ts'
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
