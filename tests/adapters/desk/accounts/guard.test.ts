import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { WebSocket, WebSocketServer } from 'ws'
import { changeAccount, setPassword } from '../../../../adapters/desk/accounts/accounts.ts'
import { createCookies } from '../../../../adapters/desk/accounts/cookies.ts'
import { deskAddress } from '../../../../adapters/desk/accounts/desk-address.ts'
import { createGuard, type Guard } from '../../../../adapters/desk/accounts/guard.ts'
import { hashOfKey, makeKey } from '../../../../adapters/desk/accounts/key.ts'
import { endSession, openSession, type SessionLife } from '../../../../adapters/desk/accounts/sessions.ts'
import type { AccountDatabase } from '../../../../adapters/desk/accounts/steps.ts'
import { RequestError } from '../../../../adapters/request-error.ts'
import { openSqliteAccounts } from '../../../../adapters/storage/sqlite-accounts.ts'
import { makeAccount } from '../../../setup/desk-browser.ts'

const NOW = new Date('2026-11-25T10:00:00Z')
const LIFE: SessionLife = { idleMs: 30 * 60_000, wholeMs: 10 * 3_600_000 }

/** In tests it is looked so often; else every 20 s. */
const LOOK_MS = 20

const server = createServer()
const sockets = new WebSocketServer({ noServer: true })
let url = ''
let now = NOW
let database: AccountDatabase
let guard: Guard
let key = ''
let id = ''

/** The least that a socket of the desk does. */
async function upgrade(
  request: IncomingMessage,
  socket: Parameters<WebSocketServer['handleUpgrade']>[1],
  head: Buffer,
) {
  try {
    const signedIn = await guard.signedInSocket(request)
    sockets.handleUpgrade(request, socket, head, opened => {
      const stop = guard.onEnd(signedIn, () => opened.close(4401, 'session ended'))
      opened.on('close', stop)
    })
  } catch (error) {
    socket.end(`HTTP/1.1 ${error instanceof RequestError ? error.status : 500} Refused\r\n\r\n`)
  }
}

beforeAll(async () => {
  server.on('upgrade', upgrade)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})

afterAll(() => {
  server.close()
})

beforeEach(async () => {
  now = NOW
  database = openSqliteAccounts()
  const address = () => deskAddress(url)
  guard = createGuard({
    database,
    cookies: createCookies(address),
    address,
    clock: () => now,
    life: LIFE,
    lookMs: LOOK_MS,
  })
  await makeAccount(database, { login: 'boss', roles: ['administrator'] })
  id = await makeAccount(database, { login: 'anna' })
  key = makeKey()
  await database.run(() => openSession(hashOfKey(key), id, 'test', LIFE, NOW))
})

afterEach(() => database.close())

function open(headers: Readonly<Record<string, string>>): WebSocket {
  return new WebSocket(url.replace('http', 'ws'), { headers: { cookie: `desk=${key}`, ...headers } })
}

async function statusOf(socket: WebSocket): Promise<number> {
  const [, response] = await once(socket, 'unexpected-response')
  return response.statusCode
}

describe('S13: a socket of the desk', () => {
  it.each<readonly [string, () => Promise<unknown>]>([
    ['its owner signs out', () => database.run(() => endSession(hashOfKey(key), now))],
    ['the account is disabled', () => database.run(() => changeAccount(id, { isDisabled: true }, 'boss', now))],
    ['the roles change', () => database.run(() => changeAccount(id, { roles: ['editor'] }, 'boss', now))],
    ['the password is set elsewhere', () => database.run(() => setPassword(id, 'hash', null, now))],
    [
      'nobody has used it for 30 minutes, though the socket was open',
      async () => {
        now = new Date(NOW.getTime() + LIFE.idleMs)
      },
    ],
  ])('ends when %s', async (_when, end) => {
    const socket = open({ origin: url })
    await once(socket, 'open')

    await end()
    const [code] = await once(socket, 'close')

    expect(code).toBe(4401)
  })

  it('stays while the session lives', async () => {
    const socket = open({ origin: url })
    await once(socket, 'open')
    const other = makeKey()
    await database.run(() => openSession(hashOfKey(other), id, 'test', LIFE, NOW))
    const second = new WebSocket(url.replace('http', 'ws'), { headers: { cookie: `desk=${other}`, origin: url } })
    await once(second, 'open')

    await database.run(() => endSession(hashOfKey(other), now))
    await once(second, 'close')

    expect(socket.readyState).toBe(WebSocket.OPEN)
    socket.close()
    await once(socket, 'close')
  })

  it('S12: opens for our own pages only', async () => {
    const refused = [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: `${url}.evil.example` }, {}]

    expect(await Promise.all(refused.map(headers => statusOf(open(headers))))).toEqual([403, 403, 403, 403])
  })

  it('opens for nobody without a session', async () => {
    expect(await statusOf(open({ origin: url, cookie: 'desk=guessed' }))).toBe(401)
  })
})
