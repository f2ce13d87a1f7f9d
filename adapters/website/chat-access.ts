import type { IncomingMessage } from 'node:http'
import type { Chat, Chats } from '../../bot/chats.ts'
import type { Clock } from '../../bot/ports.ts'
import { RequestError } from '../request-error.ts'
import type { ChatClaims, ChatTokens } from './chat-token.ts'
import { noSuchConversation } from './no-such-conversation.ts'
import type { Origins } from './origins.ts'

/** Who may do what with which conversation. */
export type ChatAccess = {
  /** What the request's token says. Throws `RequestError` where it has none that is good here. */
  readonly claims: (request: IncomingMessage) => Promise<ChatClaims>
  /** What it says, where its conversation is the one that is asked for. Throws `RequestError` otherwise. */
  readonly claimsFor: (request: IncomingMessage, conversationId: string | undefined) => Promise<ChatClaims>
  /** The token's conversation, where it is the one that is asked for and can still be used. Throws `RequestError` otherwise. */
  readonly chat: (request: IncomingMessage, conversationId: string | undefined) => Promise<Chat>
  /** The conversation, where it can still be used. Throws `RequestError` otherwise. */
  readonly open: (conversationId: string) => Promise<Chat>
}

export function createChatAccess(
  {
    chats,
    tokens,
    origins,
    clock,
  }: {
    readonly chats: Pick<Chats, 'find'>
    readonly tokens: ChatTokens
    readonly origins: Origins
    readonly clock: Clock
  },
  endSeconds: number,
): ChatAccess {
  async function claims(request: IncomingMessage): Promise<ChatClaims> {
    const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
    if (token === undefined) {
      throw new RequestError(
        401,
        'MissingToken',
        'Send a token: Authorization: Bearer … (POST /directline/tokens/generate).',
      )
    }
    const read = await tokens.read(token)
    if (!read) throw new RequestError(403, 'TokenExpired', 'The token has expired or is not good. Get another one.')
    const origin = origins.check(request)
    if (origin !== null && origin !== read.origin) {
      throw new RequestError(403, 'OriginNotAllowed', 'The token was given to a page of another address.')
    }
    return read
  }

  async function open(conversationId: string): Promise<Chat> {
    const chat = await chats.find(conversationId)
    const isOver = chat?.endedAt && clock().getTime() > chat.endedAt.getTime() + endSeconds * 1000
    if (!chat || isOver) throw noSuchConversation()
    return chat
  }

  async function claimsFor(request: IncomingMessage, conversationId: string | undefined): Promise<ChatClaims> {
    const read = await claims(request)
    if (read.conversationId !== conversationId) throw noSuchConversation(403)
    return read
  }

  return {
    claims,
    claimsFor,
    open,
    chat: async (request, conversationId) => open((await claimsFor(request, conversationId)).conversationId),
  }
}
