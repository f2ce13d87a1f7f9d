import type { IncomingMessage } from 'node:http'
import type { Chats } from '../../bot/chats.ts'
import type { Clock } from '../../bot/ports.ts'
import { makeChatKey } from './chat-key.ts'

/** Gives the address of a stream, with a ticket that opens it once. */
export type StreamAddress = (
  request: IncomingMessage,
  conversationId: string,
  watermark: string | null,
) => Promise<string>

const SECOND_MS = 1000

/** `bases`: the addresses under which the service is seen; the one that was asked is given back, else the first. */
export function createStreamAddress(
  chats: Pick<Chats, 'addKey'>,
  clock: Clock,
  bases: () => readonly string[],
  ticketSeconds: number,
): StreamAddress {
  return async ({ headers: { host } }, conversationId, watermark) => {
    const ticket = makeChatKey('stream', ticketSeconds * SECOND_MS, clock())
    await chats.addKey(conversationId, ticket.kept, clock())
    const all = bases()
    const base = all.find(address => address === `http://${host}`) ?? all[0] ?? ''
    const query = new URLSearchParams({ watermark: watermark ?? '-', t: ticket.key })
    return `${base.replace(/^http/, 'ws')}/directline/conversations/${conversationId}/stream?${query}`
  }
}
