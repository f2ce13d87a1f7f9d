import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { call, type Grant, generate, NO_LIMITS, openStream, pageWith, start } from '../setup/direct-line.ts'
import { type Service, startService } from '../setup/service.ts'

// What Microsoft's Web Chat asks of a server, as read in its sources (packages/core/src/sagas/postActivitySaga.ts).

let service: Service

beforeAll(async () => {
  service = await startService({ website: NO_LIMITS })
})

afterAll(() => service.stop())

const NOW = '2026-11-25T11:00:00.000+01:00'

/** A message as Web Chat sends the first one. */
const message = (text: string, clientActivityID: string) => ({
  type: 'message',
  text,
  textFormat: 'plain',
  channelId: 'webchat',
  from: { id: 'r_1', name: '', role: 'user' },
  locale: 'pl-PL',
  localTimestamp: NOW,
  localTimezone: 'Europe/Warsaw',
  timestamp: NOW,
  channelData: { clientActivityID, clientTimestamp: NOW },
  entities: [{ type: 'ClientCapabilities', requiresBotState: true, supportsListening: true, supportsTts: true }],
})

async function webChat() {
  const grant = (await generate(service.url)).body
  const { streamUrl } = (await start(service.url, grant.token)).body
  return { ...pageWith(service.url, grant), stream: await openStream(streamUrl) }
}

describe('Web Chat', () => {
  it('takes a message for sent: its activity comes back with the same name and an id', async () => {
    const page = await webChat()

    const { body } = await page.post(message('ile kosztuje karta parkingowa', 'x1'))
    const activities = await page.stream.until(all => all.length === 3)
    page.stream.close()

    const echo = activities.find(({ channelData }) => channelData?.clientActivityID === 'x1')
    expect(echo).toMatchObject({ id: body.id, type: 'message', from: { role: 'user' } })
  })

  it('holds nothing back: no activity answers one that was not delivered', async () => {
    const page = await webChat()

    await page.post(message('dzień dobry', 'x1'))
    const activities = await page.stream.until(all => all.length === 3)
    page.stream.close()

    expect(activities.flatMap(({ replyToId }) => replyToId ?? [])).toEqual([])
  })

  it('shows answers as Markdown with buttons that write what they say', async () => {
    const page = await webChat()

    await page.post(message('karta parkingowa', 'x1'))
    const answer = (await page.stream.until(all => all.length === 3)).at(-1)
    page.stream.close()

    expect(answer).toMatchObject({ textFormat: 'markdown', locale: 'pl-PL', from: { role: 'bot' } })
    expect(answer?.suggestedActions?.actions).toContainEqual({ type: 'imBack', title: 'Opłata', value: 'Opłata' })
  })

  it('keeps conversation and token over a load of its page, and is shown again whatever it asks for', async () => {
    const page = await webChat()
    await page.post(message('dzień dobry', 'x1'))
    await page.stream.until(all => all.length === 3)
    page.stream.close()

    const url = `${service.url}/directline/conversations/${page.conversationId}`
    const all = await openStream((await call<Grant>(url, { token: page.token })).body.streamUrl)
    const some = await openStream((await call<Grant>(`${url}?watermark=2`, { token: page.token })).body.streamUrl)
    const shown = [await all.until(list => list.length === 3), await some.until(list => list.length === 1)]
    all.close()
    some.close()

    expect(shown.map(list => list.map(({ id }) => Number(id?.split('|')[1])))).toEqual([[1, 2, 3], [3]])
  })

  it('is not disturbed by what it sends besides: it joins, types, keeps its socket alive', async () => {
    const page = await webChat()

    const answers = [
      await page.post({ type: 'event', name: 'webchat/join', value: { language: 'pl' } }),
      await page.post({ type: 'typing' }),
    ]
    page.stream.keepAlive()
    await page.post(message('dzień dobry', 'x1'))
    const activities = await page.stream.until(all => all.length === 3)
    page.stream.close()

    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(activities).toHaveLength(3)
  })
})
