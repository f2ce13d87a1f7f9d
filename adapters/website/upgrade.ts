import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Chats } from '../../bot/chats.ts'
import type { Clock, Log } from '../../bot/ports.ts'
import { RequestError } from '../request-error.ts'
import type { ChatAccess } from './chat-access.ts'
import { hashOf } from './chat-key.ts'
import type { Origins } from './origins.ts'
import type { Streams } from './streams.ts'
import { readWatermark } from './watermark.ts'

const STREAM = /^\/directline\/conversations\/([^/]+)\/stream\/?$/

/** Opens a stream for whoever has a ticket. */
export function createUpgrade({
  chats,
  clock,
  log,
  origins,
  access,
  streams,
}: {
  readonly chats: Pick<Chats, 'useStreamKey'>
  readonly clock: Clock
  readonly log: Log
  readonly origins: Origins
  readonly access: ChatAccess
  readonly streams: Streams
}): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  async function open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const [path = '', query] = (request.url ?? '').split('?')
    const search = new URLSearchParams(query)
    const [, conversationId] = STREAM.exec(path) ?? []
    if (conversationId === undefined) throw new RequestError(404, 'NotFound', 'There is nothing here.')
    const origin = origins.check(request)
    if (!streams.hasRoom(conversationId)) throw tooMany()
    const opened = await chats.useStreamKey(hashOf(search.get('t') ?? ''), clock())
    if (opened !== conversationId) throw new RequestError(403, 'BadTicket', 'A ticket opens one stream, once.')
    const chat = await access.open(conversationId)
    if (origin !== null && origin !== chat.origin) throw new RequestError(403, 'OriginNotAllowed', 'Another page.')
    const seq = readWatermark(search.get('watermark'), chat)
    // Others may have come in meanwhile.
    if (!streams.hasRoom(conversationId)) throw tooMany()
    streams.open(request, socket, head, chat, seq)
  }

  return (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    open(request, socket, head).catch((error: unknown) => {
      if (!(error instanceof RequestError)) log.error({ error: String(error) }, 'stream could not be opened')
      socket.end(refusal(error instanceof RequestError ? error.status : 500))
    })
  }
}

function tooMany(): RequestError {
  return new RequestError(429, 'TooManyStreams', 'Close another page first.')
}

function refusal(status: number): string {
  return `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
}
