import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openAccounts } from '../../adapters/storage/open-accounts.ts'
import { type Program, startProgram } from '../faults/program.ts'
import { realKnowledge } from '../setup/knowledge.ts'
import { type Postgres, startPostgres } from '../setup/postgres.ts'
import { temporaryFolder } from '../setup/temporary-folder.ts'
import { visit } from '../widget/citizen.ts'
import { clerkAt } from './clerk.ts'
import { startBrowser } from './office.ts'

/** reliability.md, F12. */
const WITHIN_MS = 15_000
const WORDS_EACH = 6

let browser: Browser
let postgres: Postgres
const replicas: Program[] = []
const front = createServer()

beforeAll(async () => {
  realKnowledge()
  ;[browser, postgres] = await Promise.all([startBrowser(), startPostgres()])
}, 60_000)

afterAll(async () => {
  await browser?.close()
  front.close()
  for (const replica of replicas) replica.signal('SIGKILL')
  await Promise.all(replicas.map(({ ended }) => ended))
  await postgres?.stop()
})

/** One address before whichever replica takes the connection. */
async function listenBefore(targets: () => readonly number[]): Promise<string> {
  front.on('connection', client => lead(client, targets()))
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  const address = front.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

function lead(client: Socket, [port, ...others]: readonly number[]): void {
  const server = connect(port ?? 0, '127.0.0.1')
  const refused = () => (others.length > 0 ? lead(client, others) : client.destroy())
  server.once('error', refused)
  server.once('connect', () => {
    server.off('error', refused)
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.pipe(other)
      one.on('error', () => one.destroy())
      one.on('close', () => other.destroy())
    }
  })
}

async function startReplica(settings: Readonly<Record<string, string>>): Promise<number> {
  const replica = startProgram('main.ts', settings)
  replicas.push(replica)
  const [, port] = await replica.says(/ready at http:\/\/127\.0\.0\.1:(\d+)/)
  return Number(port)
}

describe('a replica that dies under a conversation with a clerk', () => {
  it('F12: costs both pages seconds, and neither a word, an order nor the clerk', async () => {
    const ports: number[] = []
    const url = await listenBefore(() => ports)
    const databaseUrl = await postgres.createDatabase()
    const settings = {
      PORT: '0',
      PUBLIC_URL: url,
      DATABASE_URL: databaseUrl,
      DATA_DIR: temporaryFolder(),
      TOKEN_SECRET: 'a-secret-that-only-tests-know-and-use',
      MESSAGES_PER_MINUTE: '1000',
      MESSAGES_AT_ONCE: '100',
    }
    // Both pages are on the first one, which is to die.
    ports.push(await startReplica(settings))
    const accounts = await openAccounts({ databaseUrl, dataDir: settings.DATA_DIR })
    const anna = await clerkAt({ browser, url, accounts }, { name: 'Anna Lis', departments: ['transport'] })
    await accounts.close()
    const citizen = await visit(await browser.newContext({ locale: 'pl-PL' }), `${url}/demo`)
    await citizen.opensChat()
    await citizen.asks('chcę rozmawiać z człowiekiem')
    await anna.opens('Czekają na pracownika')
    await anna.takes()
    await citizen.sees('Od teraz pisze Anna Lis')
    ports.push(await startReplica(settings))

    let diedAt = 0
    for (let each = 1; each <= WORDS_EACH; each++) {
      if (each === WORDS_EACH / 2) {
        replicas[0]?.signal('SIGKILL')
        diedAt = performance.now()
      }
      await citizen.writes(`pytanie ${each}.`)
      await anna.field.fill(`odpowiedź ${each}.`)
      await anna.field.press('Control+Enter')
    }
    await Promise.all([
      anna.page.locator('.message.citizen', { hasText: `pytanie ${WORDS_EACH}.` }).waitFor({ timeout: WITHIN_MS }),
      citizen.page.locator('.entry.clerk', { hasText: `odpowiedź ${WORDS_EACH}.` }).waitFor({ timeout: WITHIN_MS }),
    ])
    const tookMs = performance.now() - diedAt

    const numbers = Array.from({ length: WORDS_EACH }, (_, index) => index + 1)
    const readByCitizen = (await citizen.reads()).join('\n')
    const readByClerk = (await anna.log()).join('\n')
    for (const read of [readByCitizen, readByClerk]) {
      expect(read.match(/pytanie \d\./g)).toEqual(numbers.map(each => `pytanie ${each}.`))
      expect(read.match(/odpowiedź \d\./g)).toEqual(numbers.map(each => `odpowiedź ${each}.`))
      expect(read.match(/Od teraz pisze/g)).toHaveLength(1)
    }
    expect(await anna.page.locator('.head').getByText('Prowadzisz tę rozmowę.').count()).toBe(1)
    await anna.page.locator('.banner').waitFor({ state: 'detached' })
    expect(tookMs).toBeLessThan(WITHIN_MS)
    expect([...anna.troubles, ...citizen.troubles]).toEqual([])
  }, 90_000)
})
