import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import WebSocket from 'ws'
import type { SignedIn } from '../../../adapters/desk/accounts/guard.ts'
import type { Role } from '../../../adapters/desk/accounts/role.ts'
import { createFeed, type Feed } from '../../../adapters/desk/feed.ts'
import type { FeedHint } from '../../../adapters/desk/wire.ts'
import { RequestError } from '../../../adapters/request-error.ts'

const CONVERSATION = '00000000-0000-4000-8000-000000000001'
const FOREIGN = '00000000-0000-4000-8000-000000000002'
const PING_MS = 50
const PERSON: SignedIn['person'] = { accountId: 'anna', name: 'Anna Lis', roles: ['clerk'], departments: ['transport'] }

let server: Server
let feed: Feed
let url = ''
let isSignedIn = true
let roles: readonly Role[] = ['clerk']
let endSession = () => {}
let seen = 0
const typed: string[] = []
const lists = new Set<() => void>()
const watching = new Map<string, () => void>()
const typing = new Map<string, () => void>()

beforeEach(async () => {
  isSignedIn = true
  roles = ['clerk']
  seen = 0
  typed.length = 0
  feed = createFeed({
    pingMs: PING_MS,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    guard: {
      async signedInSocket() {
        if (!isSignedIn) throw new RequestError(401, 'NotSignedIn', 'Sign in.')
        const end = new Date()
        return { person: { ...PERSON, roles }, login: 'anna', sessionHash: '', csrf: '', idleEndsAt: end, endsAt: end }
      },
      async requireRole({ person }, roles) {
        if (!roles.some(role => person.roles.includes(role))) throw new RequestError(403, 'RoleMissing', 'Not for you.')
      },
      onEnd(_signedIn, ended) {
        endSession = ended
        return () => {}
      },
    },
    desk: {
      watchAll(changed) {
        lists.add(changed)
        return () => lists.delete(changed)
      },
      watch(id, changed) {
        watching.set(id, changed)
        return () => watching.delete(id)
      },
      watchTyping(id, shown) {
        typing.set(id, shown)
        return () => typing.delete(id)
      },
      async showTyping(_person, id) {
        typed.push(id)
      },
      async messagesAfter(_person, id) {
        return id === FOREIGN ? undefined : []
      },
      async seen() {
        seen++
      },
    },
  })
  server = createServer().on('upgrade', feed.upgrade).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/desk/feed`
})

afterEach(async () => {
  feed.stop()
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

/** A page that takes what comes. */
async function page(): Promise<{ socket: WebSocket; next: () => Promise<FeedHint> }> {
  const socket = new WebSocket(url)
  const hints: FeedHint[] = []
  const waiting: ((hint: FeedHint) => void)[] = []
  socket.on('message', data => {
    const hint: FeedHint = JSON.parse(String(data))
    const taker = waiting.shift()
    if (taker) taker(hint)
    else hints.push(hint)
  })
  await once(socket, 'open')
  const next = () => {
    const hint = hints.shift()
    return hint ? Promise.resolve(hint) : new Promise<FeedHint>(resolve => waiting.push(resolve))
  }
  return { socket, next }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise(resolve => setImmediate(resolve))
}

describe('the feed of the desk', () => {
  it('tells of changes to the lists, and of those to the open conversation', async () => {
    const { socket, next } = await page()
    expect(await next()).toEqual({ kind: 'lists' })

    socket.send(JSON.stringify({ kind: 'watch', conversationId: CONVERSATION }))
    expect(await next()).toEqual({ kind: 'conversation', conversationId: CONVERSATION })
    typing.get(CONVERSATION)?.()
    expect(await next()).toEqual({ kind: 'typing', conversationId: CONVERSATION })
    for (const changed of lists) changed()
    expect(await next()).toEqual({ kind: 'lists' })
    socket.close()
    await until(() => watching.size === 0 && typing.size === 0 && lists.size === 0)
  })

  it('S16: tells nothing of a conversation that is not theirs', async () => {
    const { socket, next } = await page()
    await next()

    socket.send(JSON.stringify({ kind: 'watch', conversationId: FOREIGN }))
    socket.send(JSON.stringify({ kind: 'watch', conversationId: CONVERSATION }))

    expect(await next()).toEqual({ kind: 'conversation', conversationId: CONVERSATION })
    expect([...watching.keys()]).toEqual([CONVERSATION])
    socket.close()
  })

  it('passes on that the clerk writes, and takes no other words', async () => {
    const { socket, next } = await page()
    await next()

    for (const words of ['{', '{"kind":"erase"}', '[]', 'null']) socket.send(words)
    socket.send(JSON.stringify({ kind: 'typing', conversationId: CONVERSATION }))
    await until(() => typed.length > 0)

    expect(typed).toEqual([CONVERSATION])
    socket.close()
  })

  it('knows from each answer to a ping that the clerk is there', async () => {
    const { socket } = await page()

    await until(() => seen >= 3)

    socket.close()
  })

  it('S13: closes with a code of its own when the session ends', async () => {
    const { socket, next } = await page()
    await next()

    endSession()

    const [code] = await once(socket, 'close')
    expect(code).toBe(4401)
  })

  it('opens for nobody who is not signed in', async () => {
    isSignedIn = false
    const socket = new WebSocket(url)

    const [error] = await once(socket, 'error')

    expect(String(error)).toMatch(/401/)
  })

  it('opens for nobody who answers no citizens, so that they are not counted as present', async () => {
    roles = ['administrator']
    const socket = new WebSocket(url)

    const [error] = await once(socket, 'error')

    expect(String(error)).toMatch(/403/)
    expect(seen).toBe(0)
  })

  it('F09: tells the others while one page does not read, and lets that one go', async () => {
    const frozen = await frozenPage()
    const { socket, next } = await page()
    await next()
    await until(() => lists.size === 2)

    for (let count = 0; count < 5_000; count++) for (const changed of [...lists]) changed()

    // The others are told, and the frozen one is gone after two pings that it did not answer.
    expect(await next()).toEqual({ kind: 'lists' })
    await until(() => lists.size === 1)
    socket.close()
    frozen.destroy()
  })
})

/** Shakes hands, and reads nothing from then on. */
async function frozenPage(): Promise<Socket> {
  const { port } = server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.write(
    'GET /desk/feed HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  await once(socket, 'readable')
  return socket
}
