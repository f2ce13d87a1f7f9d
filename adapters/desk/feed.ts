import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Desk } from '../../bot/desk.ts'
import type { DeskPerson } from '../../bot/desk-person.ts'
import type { Log } from '../../bot/ports.ts'
import { RequestError } from '../request-error.ts'
import type { Guard } from './accounts/guard.ts'
import { deskPersonOf } from './desk-person.ts'
import { createHintQueue } from './hint-queue.ts'
import { FEED_ENDS, type FeedWish, WORKING_ROLES } from './wire.ts'

/** Sockets on which open pages are told that there is something to read. */
export type Feed = {
  /** Takes the request for a socket. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Tells every page to come back, here or to another replica. */
  readonly stop: () => void
}

export type FeedParts = {
  readonly desk: Pick<Desk, 'watch' | 'watchAll' | 'watchTyping' | 'showTyping' | 'seen' | 'messagesAfter'>
  readonly guard: Pick<Guard, 'signedInSocket' | 'requireRole' | 'onEnd'>
  readonly log: Log
  readonly pingMs: number
}

const MAX_FRAME_BYTES = 1024
/** Whoever has not answered so many pings is gone. */
const MOST_MISSED = 2
/** A page that says more often that its clerk writes is not listened to. */
const TYPING_MS = 1_000
/** Tells whether somebody may read a conversation, without reading it. */
const AFTER_ALL = 2 ** 31 - 1

const wishSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('watch'), conversationId: z.uuid().nullable() }),
  z.object({ kind: z.literal('typing'), conversationId: z.uuid() }),
])

export function createFeed({ desk, guard, log, pingMs }: FeedParts): Feed {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES })

  function start(socket: WebSocket, person: DeskPerson): void {
    const hints = createHintQueue(socket)
    let stopWatching = () => {}
    let wishes = 0
    let missed = 0
    let typedAt = 0

    /** As long as the page answers, its clerk is at the desk. */
    function heard(): void {
      missed = 0
      desk.seen(person).catch(failed)
    }

    function failed(error: unknown): void {
      log.warn({ clerk: person.clerkId, error: String(error) }, 'feed failed')
      socket.terminate()
    }

    async function watch(conversationId: string | null): Promise<void> {
      stopWatching()
      stopWatching = () => {}
      const wish = ++wishes
      if (conversationId === null || !(await desk.messagesAfter(person, conversationId, AFTER_ALL))) return
      // Meanwhile the page has opened another one, or was closed.
      if (wish !== wishes || socket.readyState !== socket.OPEN) return
      const stops = [
        desk.watch(conversationId, () => hints.add({ kind: 'conversation', conversationId })),
        desk.watchTyping(conversationId, () => hints.add({ kind: 'typing', conversationId })),
      ]
      stopWatching = () => {
        for (const stop of stops) stop()
      }
      // What came before the page was heard is read now.
      hints.add({ kind: 'conversation', conversationId })
    }

    async function showTyping(conversationId: string): Promise<void> {
      if (performance.now() - typedAt < TYPING_MS) return
      typedAt = performance.now()
      await desk.showTyping(person, conversationId)
    }

    const pinging = setInterval(() => {
      if (missed === MOST_MISSED) return socket.terminate()
      missed++
      socket.ping()
    }, pingMs)
    pinging.unref()
    const stopLists = desk.watchAll(() => hints.add({ kind: 'lists' }))
    socket.on('pong', heard)
    socket.on('message', data => {
      const wish = readWish(data)
      if (wish?.kind === 'watch') watch(wish.conversationId).catch(failed)
      if (wish?.kind === 'typing') showTyping(wish.conversationId).catch(failed)
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearInterval(pinging)
      stopLists()
      stopWatching()
      hints.stop()
    })
    heard()
    hints.add({ kind: 'lists' })
  }

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const signedIn = await guard.signedInSocket(request)
    // Whoever else opened the page would count as present, and citizens would be promised an answer.
    await guard.requireRole(signedIn, WORKING_ROLES)
    server.handleUpgrade(request, socket, head, opened => {
      const stopLooking = guard.onEnd(signedIn, () => opened.close(FEED_ENDS.sessionEnded, 'session ended'))
      opened.on('close', stopLooking)
      start(opened, deskPersonOf(signedIn))
    })
  }

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy())
      open(request, socket, head).catch((error: unknown) => {
        if (!(error instanceof RequestError)) log.error({ error: String(error) }, 'feed could not be opened')
        const status = error instanceof RequestError ? error.status : 500
        socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      })
    },
    stop() {
      for (const socket of server.clients) socket.close(FEED_ENDS.restarting)
    },
  }
}

/** Nothing for what no page of ours says. */
function readWish(data: RawData): FeedWish | undefined {
  try {
    return wishSchema.safeParse(JSON.parse(String(data))).data
  } catch {
    return undefined
  }
}
