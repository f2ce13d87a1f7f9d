import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs'
import xhr2 from 'xhr2'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { until } from '../faults/until.ts'
import { call, type Grant, generate, NO_LIMITS, pageWith } from '../setup/direct-line.ts'
import { hurriedScheduler } from '../setup/hurried-scheduler.ts'
import { type Service, startService } from '../setup/service.ts'
import { temporaryFolder } from '../setup/temporary-folder.ts'

// Microsoft's own client of the protocol, against the real service.

Object.assign(globalThis, { XMLHttpRequest: xhr2 })

const MINUTE = 60_000
const CARD_FEE = 'ile kosztuje karta parkingowa'

let service: Service | undefined
let client: Client | undefined
let offBy = 0

afterEach(async () => {
  client?.end()
  await service?.stop()
  offBy = 0
})

type Client = {
  readonly line: DirectLine
  readonly activities: readonly Activity[]
  readonly write: (text: string) => Promise<string>
  readonly until: (isEnough: (texts: readonly string[]) => boolean) => Promise<void>
  readonly reaches: (status: ConnectionStatus) => Promise<void>
  readonly end: () => void
}

async function serve(port = 0, file = ':memory:'): Promise<string> {
  const store = createSqliteStore(file)
  service = await startService({ website: NO_LIMITS, port }, { store, clock: () => new Date(Date.now() + offBy) })
  return service.url
}

function connect(url: string, token: string, hurry: number, more: Readonly<Record<string, unknown>> = {}): Client {
  const line = new DirectLine({
    domain: `${url}/directline`,
    token,
    pollingInterval: 200,
    scheduler: hurriedScheduler(hurry),
    ...more,
  })
  const activities: Activity[] = []
  let look: () => void = () => undefined
  const subscription = line.activity$.subscribe(
    activity => {
      activities.push(activity)
      look()
    },
    // Its stream ends in an error when the conversation has ended.
    () => undefined,
  )
  return {
    line,
    activities,
    write: text => line.postActivity({ type: 'message', from: { id: 'me' }, text }).toPromise(),
    until: isEnough =>
      new Promise(resolve => {
        look = () => {
          if (isEnough(textsOf(activities))) resolve()
        }
        look()
      }),
    async reaches(status) {
      await line.connectionStatus$
        .filter(current => current === status)
        .take(1)
        .toPromise()
    },
    end() {
      line.end()
      subscription.unsubscribe()
    },
  }
}

function textsOf(activities: readonly Activity[]): readonly string[] {
  return activities.map(activity => ('text' in activity ? String(activity.text) : ''))
}

/** When a token was made, in seconds. */
function issuedAt(token: string): number {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).iat
}

const hasFee = (texts: readonly string[]) => texts.some(text => text.includes('Zapłać 21 zł'))

describe.each([
  ['over a stream', {}],
  ['by polling', { webSocket: false }],
])('F21: BotFramework-DirectLineJS %s', (_name, mode) => {
  it('F21: starts, writes, and reads everything once, its own messages too', async () => {
    const url = await serve()
    client = connect(url, (await generate(url)).body.token, 100, mode)

    const id = await client.write(CARD_FEE)
    await client.until(hasFee)

    const [greeting, own, answer] = client.activities
    expect(textsOf(client.activities)).toHaveLength(3)
    expect(textsOf(greeting ? [greeting] : [])[0]).toMatch(/automatycznym asystentem/)
    expect(own).toMatchObject({ id, text: CARD_FEE })
    expect(answer?.from).toMatchObject({ id: 'assistant' })
  })
})

describe('F21: BotFramework-DirectLineJS', () => {
  it('F21: ends when the chat has ended', async () => {
    const url = await serve()
    client = connect(url, (await generate(url)).body.token, 100, { webSocket: false })
    await client.write('hej')
    await client.line.postActivity({ type: 'endOfConversation', from: { id: 'me' } } as unknown as Activity).toPromise()

    offBy = 6 * MINUTE

    await client.reaches(ConnectionStatus.Ended)
  })

  it('F21: comes back after a restart, and gets what it missed, once', async () => {
    const file = join(temporaryFolder(), 'assistant.db')
    const url = await serve(0, file)
    const grant = (await generate(url)).body
    client = connect(url, grant.token, 100)
    await client.write('dzień dobry')
    await client.until(texts => texts.length === 3)

    await service?.stop()
    await serve(Number(new URL(url).port), file)
    await pageWith(url, grant).write(CARD_FEE)
    await client.until(hasFee)

    const ids = client.activities.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(5)
  })

  it('F21: refreshes its token, so that it outlives the first one', async () => {
    const url = await serve()
    const { token } = (await generate(url)).body
    client = connect(url, token, 3000, { webSocket: false })
    await client.write('hej')

    offBy = 20 * MINUTE
    const held = () => issuedAt(String(Reflect.get(client?.line ?? {}, 'token')))
    await until('the token is a new one', async () => held() >= issuedAt(token) + 20 * 60, 5000)
    offBy = 45 * MINUTE
    const id = await client.write(CARD_FEE)

    expect(id).toMatch(/\|\d{7}$/)
    expect((await call(`${url}/directline/conversations`, { body: {}, token })).status).toBe(403)
  })

  it('F21: goes on with a new token after the old one has expired', async () => {
    const url = await serve()
    const { token, resumeToken, conversationId } = (await generate(url)).body
    client = connect(url, token, 1, { webSocket: false })
    await client.write('hej')

    offBy = 31 * MINUTE
    const late = await client.write(CARD_FEE)
    const resumed = await call<Grant>(`${url}/directline/tokens/resume`, { body: { resumeToken } })
    const { streamUrl } = (
      await call<Grant>(`${url}/directline/conversations/${conversationId}`, { token: resumed.body.token })
    ).body
    client.line.reconnect({ conversationId, token: resumed.body.token, streamUrl })
    const again = await client.write(CARD_FEE)
    await client.until(hasFee)

    expect(late).toBe('retry')
    expect(again).toMatch(/\|\d{7}$/)
  })
})
