import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Chat } from '../../bot/chats.ts'
import type { Message } from '../../bot/message.ts'
import type { Log, Store } from '../../bot/ports.ts'
import { toActivity } from './to-activity.ts'

/** Sockets on which pages are told of new messages. */
export type Streams = {
  /** Whether the conversation may have another one here. */
  readonly hasRoom: (conversationId: string) => boolean
  /** Makes a socket of the request and sends whatever comes after `seq`. */
  readonly open: (request: IncomingMessage, socket: Duplex, head: Buffer, chat: Chat, seq: number) => void
  /** Shows that the assistant is at work, where nothing came after the message `seq` yet. Kept nowhere. */
  readonly showTyping: (conversationId: string, seq: number) => void
  /** Tells every page to come back, here or to another replica. */
  readonly stop: () => void
}

const MAX_FRAME_BYTES = 1024
const PING_MS = 20_000
/** Whoever has not answered so many pings is gone. */
const MOST_MISSED = 2

/** Where the store is away a page is left waiting so long, and up to twice that, so that not all of them ask at once. */
const AGAIN_MS = 1000

/** A page gets so many at once, and the next ones when it has taken these: who does not read fills no memory. */
const MESSAGES_AT_ONCE = 50

/** What a page sends while its citizen writes; one that says so more often is not listened to. */
const TYPING_FRAME = 'typing'
const TYPING_APART_MS = 1_000

const GOING_AWAY = 1001
const RESTARTING = 1012

/** Signs that somebody writes, by who does. */
const TYPING = {
  assistant: { type: 'typing', channelId: 'directline', from: { id: 'assistant', role: 'bot' } },
  clerk: { type: 'typing', channelId: 'directline', from: { id: 'clerk', role: 'bot' } },
}

/** `seq`: number of the last message that the page has taken. */
type Stream = { readonly socket: WebSocket; readonly chat: Chat; seq: number; missed: number }

export function createStreams(
  store: Pick<Store, 'history' | 'watch' | 'showTyping' | 'watchTyping' | 'chats'>,
  { maxSockets, log }: { readonly maxSockets: number; readonly log: Log },
): Streams {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, clientTracking: false })
  const streams = new Map<string, Set<Stream>>()
  const pinging = setInterval(ping, PING_MS)
  pinging.unref()

  function of(conversationId: string): Set<Stream> {
    return streams.get(conversationId) ?? new Set()
  }

  function all(): readonly Stream[] {
    return [...streams.values()].flatMap(set => [...set])
  }

  function ping(): void {
    for (const stream of all()) {
      if (stream.missed === MOST_MISSED) stream.socket.terminate()
      stream.missed++
      stream.socket.ping()
    }
  }

  function start(socket: WebSocket, chat: Chat, after: number): void {
    const stream: Stream = { socket, chat, seq: after, missed: 0 }
    const set = of(chat.conversationId).add(stream)
    streams.set(chat.conversationId, set)
    const look = reader(stream)
    const stopWatching = store.watch(chat.conversationId, look)
    const stopTyping = store.watchTyping(chat.conversationId, who => {
      if (who === 'clerk') socket.send(JSON.stringify({ activities: [TYPING.clerk] }))
    })
    let typedAt = Number.NEGATIVE_INFINITY
    socket.on('pong', () => {
      stream.missed = 0
    })
    // Pages send empty frames to keep the connection up, and TYPING_FRAME; nothing else is read from them.
    socket.on('message', data => {
      const now = performance.now()
      if (String(data) !== TYPING_FRAME || now - typedAt < TYPING_APART_MS) return
      typedAt = now
      store.showTyping(chat.conversationId, 'citizen').catch(() => undefined)
    })
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      stopWatching()
      stopTyping()
      set.delete(stream)
      if (set.size === 0) streams.delete(chat.conversationId)
    })
    look()
  }

  /** Sends whatever is new, one look after another. */
  function reader(stream: Stream): () => void {
    const { socket, chat } = stream
    let isAsked = false
    let isLooking = false

    async function look(): Promise<void> {
      isLooking = true
      try {
        while (isAsked) {
          isAsked = false
          const messages = await store.history(chat.conversationId, stream.seq)
          for (const portion of portions(messages)) stream.seq = await send(socket, chat, portion)
          if (messages.length === 0 && !(await store.chats.find(chat.conversationId)))
            socket.close(GOING_AWAY, 'erased')
        }
      } catch (error) {
        if (socket.readyState !== socket.OPEN) return
        log.warn({ conversation: chat.conversationId, error: String(error) }, 'stream failed')
        setTimeout(ask, AGAIN_MS * (1 + Math.random())).unref()
      } finally {
        isLooking = false
      }
    }

    function ask(): void {
      isAsked = true
      if (!isLooking) look()
    }
    return ask
  }

  return {
    hasRoom: conversationId => of(conversationId).size < maxSockets,
    open(request, socket, head, chat, seq) {
      server.handleUpgrade(request, socket, head, opened => start(opened, chat, seq))
    },
    showTyping(conversationId, seq) {
      for (const stream of of(conversationId)) {
        if (stream.seq <= seq) stream.socket.send(JSON.stringify({ activities: [TYPING.assistant] }))
      }
    },
    stop() {
      clearInterval(pinging)
      for (const { socket } of all()) socket.close(RESTARTING)
    },
  }
}

function portions(messages: readonly Message[]): readonly (readonly Message[])[] {
  const count = Math.ceil(messages.length / MESSAGES_AT_ONCE)
  return Array.from({ length: count }, (_, index) =>
    messages.slice(index * MESSAGES_AT_ONCE, (index + 1) * MESSAGES_AT_ONCE),
  )
}

/** Resolves with the number of the last one once the page has taken them. Throws when it is gone. */
function send(socket: WebSocket, chat: Chat, messages: readonly Message[]): Promise<number> {
  const seq = messages.at(-1)?.seq ?? 0
  const activities = messages.map(message => toActivity(message, chat))
  return new Promise((resolve, reject) => {
    socket.send(JSON.stringify({ activities, watermark: String(seq) }), error => (error ? reject(error) : resolve(seq)))
  })
}
