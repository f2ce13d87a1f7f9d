import { randomBytes } from 'node:crypto'
import type { Chats } from '../../bot/chats.ts'
import type { Clock } from '../../bot/ports.ts'
import type { WebsiteLimits } from '../config.ts'
import { createRateLimit } from '../rate-limit.ts'
import { MAX_BODY_BYTES, parseJson, readBody } from '../request-body.ts'
import { RequestError } from '../request-error.ts'
import type { Route } from '../server.ts'
import type { ChatAccess } from './chat-access.ts'
import { hashOf, makeChatKey } from './chat-key.ts'
import type { ChatTokens } from './chat-token.ts'
import type { ClientAddress } from './client-address.ts'
import { SOURCE } from './intake.ts'
import type { Origins } from './origins.ts'

const SECOND_MS = 1000
const DAY_MS = 24 * 60 * 60 * SECOND_MS

/** How a page gets a token for a new conversation, keeps it alive, and comes back to a conversation. */
export function tokenRoutes({
  chats,
  tokens,
  origins,
  access,
  addressOf,
  clock,
  limits,
}: {
  readonly chats: Chats
  readonly tokens: ChatTokens
  readonly origins: Origins
  readonly access: ChatAccess
  readonly addressOf: ClientAddress
  readonly clock: Clock
  readonly limits: WebsiteLimits
}): readonly Route[] {
  const starts = createRateLimit({ perMinute: limits.chatsPerMinute, atOnce: limits.chatsPerMinute })
  const resumeKey = () => makeChatKey('resume', limits.resumeDays * DAY_MS, clock())

  return [
    {
      method: 'post',
      path: '/tokens/generate',
      async handle(request, response) {
        const origin = origins.check(request)
        starts.pass(addressOf(request))
        const userId = `dl_${randomBytes(16).toString('hex')}`
        const { key, kept } = resumeKey()
        const conversationId = await chats.open({ source: SOURCE, userId, origin }, kept, clock())
        const grant = await tokens.grant({ conversationId, userId, origin })
        response.send(200, { ...grant, resumeToken: key })
      },
    },
    {
      method: 'post',
      path: '/tokens/refresh',
      async handle(request, response) {
        const claims = await access.claims(request)
        await access.open(claims.conversationId)
        response.send(200, await tokens.grant(claims))
      },
    },
    {
      method: 'post',
      path: '/tokens/resume',
      async handle(request, response) {
        const origin = origins.check(request)
        starts.pass(addressOf(request))
        const used = hashOf(readResumeToken(parseJson(await readBody(request, MAX_BODY_BYTES))))
        const { key, kept } = resumeKey()
        const until = new Date(clock().getTime() + limits.resumeOverlapSeconds * SECOND_MS)
        const conversationId = await chats.useResumeKey(used, origin, kept, until, clock())
        if (conversationId === undefined) throw badResumeToken()
        const chat = await access.open(conversationId)
        response.send(200, { ...(await tokens.grant(chat)), resumeToken: key })
      },
    },
  ]
}

function readResumeToken(body: unknown): string {
  const isNamed = typeof body === 'object' && body !== null && 'resumeToken' in body
  if (isNamed && typeof body.resumeToken === 'string') return body.resumeToken
  throw new RequestError(400, 'BadRequest', 'The body must be {"resumeToken": "…"}.')
}

function badResumeToken(): RequestError {
  return new RequestError(403, 'BadResumeToken', 'The resume token is not good any more. Start a new conversation.')
}
