import type { Request } from 'restify'
import type { Erasing } from '../../bot/erasing.ts'
import type { Clock, Knowledge, Store } from '../../bot/ports.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import type { WebsiteLimits } from '../config.ts'
import { copyData } from '../privacy/copy-data.ts'
import { copyPage } from '../privacy/copy-page.ts'
import { createRateLimit } from '../rate-limit.ts'
import { MAX_BODY_BYTES, parseJson, readBody } from '../request-body.ts'
import { RequestError } from '../request-error.ts'
import type { Route } from '../server.ts'
import type { ChatAccess } from './chat-access.ts'
import type { ChatTokens } from './chat-token.ts'
import type { Intake } from './intake.ts'
import { noSuchConversation } from './no-such-conversation.ts'
import { readPost } from './read-post.ts'
import type { StreamAddress } from './stream-address.ts'
import { toActivity } from './to-activity.ts'
import { readWatermark } from './watermark.ts'

/** How a page starts its conversation, writes, reads, takes a copy, and leaves nothing behind. */
export function conversationRoutes({
  store,
  records,
  erasing,
  tokens,
  access,
  intake,
  streamAddress,
  knowledge,
  clock,
  limits,
}: {
  readonly store: Pick<Store, 'history'>
  readonly records: Pick<Store['records'], 'copy'>
  readonly erasing: Pick<Erasing, 'erase'>
  readonly tokens: ChatTokens
  readonly access: ChatAccess
  readonly intake: Intake
  readonly streamAddress: StreamAddress
  readonly knowledge: Knowledge
  readonly clock: Clock
  readonly limits: WebsiteLimits
}): readonly Route[] {
  const posts = createRateLimit({ perMinute: limits.messagesPerMinute, atOnce: limits.messagesAtOnce })

  /** The chat that somebody posts to, who is slowed down before the store is asked. */
  async function postedTo(request: Request) {
    const { conversationId } = await access.claimsFor(request, request.params.conversationId)
    posts.pass(conversationId)
    return access.open(conversationId)
  }

  async function started(request: Request, conversationId: string, watermark: string | null) {
    const grant = await tokens.grant(await access.claims(request))
    return { ...grant, streamUrl: await streamAddress(request, conversationId, watermark), referenceGrammarId: '' }
  }

  return [
    {
      method: 'post',
      path: '/conversations',
      async handle(request, response) {
        const { conversationId } = await access.claims(request)
        const status = await intake.join(await access.open(conversationId))
        response.send(status === 'new' ? 201 : 200, await started(request, conversationId, null))
      },
    },
    {
      method: 'get',
      path: '/conversations/:conversationId',
      async handle(request, response) {
        const chat = await access.chat(request, request.params.conversationId)
        const watermark = watermarkOf(request)
        readWatermark(watermark, chat)
        response.send(200, await started(request, chat.conversationId, watermark))
      },
    },
    {
      method: 'get',
      path: '/conversations/:conversationId/activities',
      async handle(request, response) {
        const chat = await access.chat(request, request.params.conversationId)
        const seq = readWatermark(watermarkOf(request), chat)
        const messages = await store.history(chat.conversationId, seq)
        const activities = messages.map(message => toActivity(message, chat))
        response.send(200, { activities, watermark: String(messages.at(-1)?.seq ?? seq) })
      },
    },
    {
      method: 'post',
      path: '/conversations/:conversationId/activities',
      async handle(request, response) {
        const chat = await postedTo(request)
        const post = readPost(parseJson(await readBody(request, MAX_BODY_BYTES)))
        response.send(200, { id: await intake.take(chat, post) })
      },
    },
    {
      // Files are not read, not even to throw them away; the assistant says so in the chat.
      method: 'post',
      path: '/conversations/:conversationId/upload',
      async handle(request, response) {
        await intake.take(await postedTo(request), { type: 'message', attachments: [{}] })
        response.header('Connection', 'close')
        throw new RequestError(415, 'NoUploads', 'Files are not taken here. Ask in words.')
      },
    },
    {
      method: 'get',
      path: '/conversations/:conversationId/copy',
      async handle(request, response) {
        const { conversationId } = await access.chat(request, request.params.conversationId)
        const copy = await records.copy(conversationId)
        if (!copy) throw noSuchConversation()
        response.send(200, { data: copyData(copy, clock()), page: copyPage(copy, clock()) })
      },
    },
    {
      method: 'post',
      path: '/conversations/:conversationId/erase',
      async handle(request, response) {
        const { conversationId } = await access.chat(request, request.params.conversationId)
        const result = await erasing.erase({ conversationId }, 'citizen')
        if (result.kind !== 'held') return response.send(200, { erased: true })
        response.send(409, { told: PHRASES.pl.rights.held(result.reason, knowledge().office) })
      },
    },
  ]
}

function watermarkOf({ url = '' }: Request): string | null {
  return new URL(url, 'http://localhost').searchParams.get('watermark')
}
