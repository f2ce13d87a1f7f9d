import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { emulatorMessage, post } from '../setup/activity.ts'
import { type Connector, startConnector } from '../setup/connector.ts'
import { type Service, startService } from '../setup/service.ts'

const AWAITED = { deliveryMode: 'expectReplies' }
const CARD_FEE = 'ile kosztuje karta parkingowa'

let service: Service

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('replies that the sender waits for', () => {
  it('say first that this is an automatic assistant and how to reach a person', async () => {
    const { status, activities } = await post(service.url, emulatorMessage(CARD_FEE, AWAITED))

    expect(status).toBe(200)
    expect(activities[0]?.text).toMatch(/automatycznym asystentem[\s\S]*„pracownik”/)
  })

  it('answer with the fee, its source and its date', async () => {
    const { activities } = await post(service.url, emulatorMessage(CARD_FEE, AWAITED))

    expect(activities[1]?.text).toMatch(/Zapłać 21 zł\.[\s\S]*Źródł[\s\S]*urząd jeszcze nie potwierdził/)
  })

  it('carry a trace that says what decided, word by word', async () => {
    const { activities } = await post(service.url, emulatorMessage(CARD_FEE, AWAITED))

    expect(activities[2]).toMatchObject({
      type: 'trace',
      name: 'QnAMaker',
      label: expect.stringMatching(/^QnA [01]\.\d\d › answer › parking-card › fee$/),
      valueType: 'https://www.qnamaker.ai/schemas/trace',
      value: {
        message: { text: CARD_FEE },
        knowledgeBaseId: 'county-office',
        scoreThreshold: expect.any(Number),
        lead: {
          first: 'parking-card',
          shares: expect.arrayContaining([{ words: 'parkingowa', share: expect.any(Number) }]),
        },
      },
    })
  })

  it('are the same when the message comes again', async () => {
    const message = emulatorMessage(CARD_FEE, AWAITED)

    const first = await post(service.url, message)
    const again = await post(service.url, message)

    expect(again.text).toBe(first.text)
  })

  it('are one turn when the message comes five times at once', async () => {
    const message = emulatorMessage(CARD_FEE, AWAITED)

    const before = turns()

    const answers = await Promise.all(Array.from({ length: 5 }, () => post(service.url, message)))

    expect(new Set(answers.map(answer => answer.text)).size).toBe(1)
    expect(turns() - before).toBe(1)
  })

  it('understand a follow-up and a picked choice', async () => {
    const talk = { ...AWAITED, conversation: { id: randomUUID() } }
    await post(service.url, emulatorMessage('karta parkingowa dokumenty', talk))

    const followUp = await post(service.url, emulatorMessage('a ile to kosztuje?', talk))
    const picked = await post(service.url, emulatorMessage('Terminy', talk))

    expect(followUp.activities[0]?.text).toMatch(/Zapłać 21 zł/)
    expect(picked.activities[0]?.text).toMatch(/Karta parkingowa: terminy/)
  })
})

describe('F18: whoever writes faster than a person', () => {
  it('is kept, but not answered, and slows down nobody else', async () => {
    const ask = (conversation: string) =>
      post(service.url, emulatorMessage(CARD_FEE, { ...AWAITED, conversation: { id: conversation } }))
    const flooding = randomUUID()

    const flood = []
    for (let message = 0; message < 8; message++) flood.push(await ask(flooding))
    const calm = await ask(randomUUID())

    const texts = flood.map(({ activities }) => activities.map(({ text }) => text).join())
    expect(texts.filter(text => text.includes('Zapłać 21 zł'))).toHaveLength(5)
    expect(texts.slice(5)).toEqual([expect.stringContaining('szybciej, niż odpowiadam'), '', ''])
    expect(calm.activities[1]?.text).toMatch(/Zapłać 21 zł/)
  })

  it('is judged by when the channel says that it was written', async () => {
    const conversation = { id: randomUUID() }
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

    const late = []
    for (let message = 8; message > 0; message--) {
      late.push(
        await post(
          service.url,
          emulatorMessage(CARD_FEE, { ...AWAITED, conversation, timestamp: minutesAgo(message) }),
        ),
      )
    }

    expect(
      late.map(({ activities }) => String(activities.at(-2)?.text)).filter(text => text.includes('Zapłać 21 zł')),
    ).toHaveLength(8)
  })
})

describe('replies that are pushed', () => {
  let connector: Connector

  beforeAll(async () => {
    connector = await startConnector()
  })

  afterAll(() => connector.stop())

  it('come in order, after a failed attempt too', async () => {
    connector.answerNext(500)

    const message = emulatorMessage(CARD_FEE, { serviceUrl: connector.url })
    const { status } = await post(service.url, message)
    const [greeting, answer, trace] = await connector.waitFor(3)

    expect(status).toBe(200)
    expect(greeting?.text).toMatch(/automatycznym asystentem/)
    expect(answer?.text).toMatch(/Zapłać 21 zł/)
    expect(trace?.type).toBe('trace')
    expect([greeting, answer, trace].map(activity => activity?.replyToId)).toEqual(Array(3).fill(message.id))
  })

  it('greet the person who joined, once, and not the bot', async () => {
    const conversation = { id: randomUUID() }
    const joined = (...ids: readonly string[]) =>
      emulatorMessage(undefined, {
        type: 'conversationUpdate',
        membersAdded: ids.map(id => ({ id })),
        serviceUrl: connector.url,
        conversation,
      })
    const before = connector.received.length

    await post(service.url, joined('bot'))
    await post(service.url, joined('citizen', 'bot'))
    await post(service.url, joined('citizen'))
    await post(service.url, emulatorMessage('dzień dobry', { serviceUrl: connector.url, conversation }))
    const received = await connector.waitFor(before + 3)

    const texts = received.slice(before).flatMap(({ text }) => text ?? [])
    expect(texts.filter(text => text.includes('Rozmawiasz z automatycznym asystentem'))).toHaveLength(1)
  })

  it('do not follow a redirect', async () => {
    connector.answerNext(307)
    const before = connector.received.length
    const message = emulatorMessage('dzień dobry', { serviceUrl: connector.url })

    await post(service.url, message)
    await connector.waitFor(before + 2)

    expect(service.log).toContainEqual(
      expect.objectContaining({
        message: 'delivery given up',
        fields: expect.objectContaining({ error: expect.stringContaining('307') }),
      }),
    )
  })
})

describe('whatever is sent', () => {
  const calm: readonly (readonly [string, unknown, RegExp])[] = [
    ['only emoji', '😀😀', /Nie wiem, o co pytasz/],
    ['a NUL', 'karta\u0000parkingowa', /Karta parkingowa/],
    ['a lone surrogate', 'karta parkingowa \ud83d', /Karta parkingowa/],
    ['100 kB of text', 'karta parkingowa '.repeat(6000), /Pierwsze 2000 znaków/],
    ['a danger to life', 'chcę się zabić', /112/],
    ['a wish for a person', 'chcę rozmawiać z człowiekiem', /skontaktować się z urzędem/],
  ]

  it.each(calm)('gets a calm answer: %s', async (_name, text, expected) => {
    const { status, activities } = await post(service.url, emulatorMessage(text, AWAITED))

    expect(status).toBe(200)
    expect(activities[1]?.text).toMatch(expected)
  })

  const nothing: readonly (readonly [string, Record<string, unknown>])[] = [
    ['empty text', emulatorMessage('', AWAITED)],
    ['text of blanks', emulatorMessage(' \n\t ', AWAITED)],
    ['a card without text', emulatorMessage(undefined, { ...AWAITED, value: { chosen: 1 } })],
    [
      'a reaction',
      emulatorMessage(undefined, { ...AWAITED, type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }),
    ],
    ['a typing sign', emulatorMessage(undefined, { ...AWAITED, type: 'typing' })],
    ['an unknown type', emulatorMessage(undefined, { ...AWAITED, type: 'somethingNew' })],
  ]

  it.each(nothing)('is let be: %s', async (_name, activity) => {
    const { status, activities } = await post(service.url, activity)

    expect([status, activities]).toEqual([200, []])
  })

  it('is told that files are not read', async () => {
    const file = emulatorMessage(undefined, { ...AWAITED, attachments: [{ contentType: 'image/png' }] })

    const { activities } = await post(service.url, file)

    expect(activities.at(-1)?.text).toMatch(/Nie otwieram plików/)
  })

  it('is answered, and told that files are not read, where words come with one', async () => {
    const both = emulatorMessage(CARD_FEE, { ...AWAITED, attachments: [{ contentType: 'image/png' }] })

    const { activities } = await post(service.url, both)

    expect(activities.filter(({ type }) => type === 'message').map(({ text }) => text)).toEqual([
      expect.stringContaining('automatycznym asystentem'),
      expect.stringContaining('Zapłać 21 zł'),
      expect.stringContaining('Nie otwieram plików'),
    ])
  })

  it('is refused once in a group', async () => {
    const group = { ...AWAITED, conversation: { id: randomUUID(), isGroup: true } }

    const first = await post(service.url, emulatorMessage('dzień dobry', group))
    const second = await post(service.url, emulatorMessage('halo', group))

    expect(first.activities.map(({ text }) => text)).toEqual([expect.stringContaining('jedną osobą')])
    expect(second.activities).toEqual([])
  })

  const refused: readonly (readonly [string, unknown, number, RegExp])[] = [
    ['no JSON', '{"type":', 400, /JSON/],
    ['an empty body', '', 400, /JSON/],
    ['a list', [], 400, /the body/],
    ['no conversation', emulatorMessage('a', { conversation: undefined }), 400, /conversation/],
    ['a number as text', emulatorMessage(5), 400, /text/],
    ['JSON 30 levels deep', `${'['.repeat(30)}${']'.repeat(30)}`, 400, /nested/],
    ['more than a megabyte', emulatorMessage('a'.repeat(1_100_000)), 413, /1048576 bytes/],
    ['an invoke', emulatorMessage(undefined, { type: 'invoke' }), 501, /Invoke/],
  ]

  it('is refused as text, which a page of another site might send', async () => {
    const { status } = await post(service.url, emulatorMessage('hej'), { 'content-type': 'text/plain' })

    expect(status).toBe(415)
  })

  it.each(refused)('is refused with what to mend: %s', async (_name, body, status, expected) => {
    const answer = await post(service.url, body)

    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text).error.message).toMatch(expected)
  })
})

function turns(): number {
  return service.log.filter(line => line.message === 'turn committed').length
}
