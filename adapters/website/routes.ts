import { randomUUID } from 'node:crypto'
import { type Activity, ActivityTypes } from 'botbuilder'
import type { Request, Response } from 'restify'
import { ActivityBot } from '../../bot/activity-bot.ts'
import type { Bot } from '../../bot/bot.ts'
import type { Chat } from '../../bot/chats.ts'
import { NoConversationError } from '../../bot/no-conversation-error.ts'
import type { Accepted, Clock, Log, Store } from '../../bot/ports.ts'
import type { WebsiteLimits } from '../config.ts'
import { parseJson, readBody } from '../request-body.ts'
import { RequestError } from '../request-error.ts'
import type { Route } from '../server.ts'
import type { ChatAccess } from './chat-access.ts'
import { type ChatClaims, type ChatTokens, hashOf, makeKey, makeUserId } from './chat-token.ts'
import type { ClientAddress } from './client-address.ts'
import { externalIdOf } from './client-id.ts'
import type { Origins } from './origins.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'
import { type Post, readPost } from './read-post.ts'
import type { Streams } from './streams.ts'
import { activityId, toActivity } from './to-activity.ts'
import { readWatermark } from './watermark.ts'
import { WebsiteAdapter } from './website-adapter.ts'

type Parts = {
  readonly store: Store
  readonly bot: Bot
  readonly clock: Clock
  readonly log: Log
  readonly limits: WebsiteLimits
  readonly tokens: ChatTokens
  readonly origins: Origins
  readonly access: ChatAccess
  readonly streams: Streams
  /** The addresses under which the service itself is seen. */
  readonly own: () => readonly string[]
  readonly addressOf: ClientAddress
}

const SOURCE = 'website'
const MAX_BODY_BYTES = 64 * 1024
const SECOND_MS = 1000
const DAY_MS = 24 * 60 * 60 * SECOND_MS
const RETRY_SECONDS = 5

/** Without an answer after so long the page sees that the assistant is at work. */
const TYPING_MS = 500

/** The endpoints of Direct Line 3.0 that pages of the website call. */
export function chatRoutes(parts: Parts): readonly Route[] {
  const { store, bot, clock, log, limits, tokens, origins, access, streams, own, addressOf } = parts
  const { chats } = store
  const starts = createRateLimit({ perMinute: limits.chatsPerMinute, atOnce: limits.chatsPerMinute })
  const posts = createRateLimit({ perMinute: limits.messagesPerMinute, atOnce: limits.messagesAtOnce })

  function after(ms: number): Date {
    return new Date(clock().getTime() + ms)
  }

  function newResumeKey() {
    const key = makeKey()
    return { key, kept: { kind: 'resume', hash: hashOf(key), expiresAt: after(limits.resumeDays * DAY_MS) } } as const
  }

  async function grant(claims: ChatClaims) {
    const { conversationId } = claims
    return { conversationId, token: await tokens.sign(claims, clock()), expires_in: tokens.seconds }
  }

  /** The address of a stream, with a ticket that opens it once. */
  async function streamUrl(request: Request, conversationId: string, watermark: string | null): Promise<string> {
    const ticket = makeKey()
    const expiresAt = after(limits.ticketSeconds * SECOND_MS)
    await chats.addKey(conversationId, { kind: 'stream', hash: hashOf(ticket), expiresAt }, clock())
    const addresses = own()
    const base = addresses.find(address => address === `http://${request.headers.host}`) ?? addresses[0] ?? ''
    const query = new URLSearchParams({ watermark: watermark ?? '-', t: ticket })
    return `${base.replace(/^http/, 'ws')}/directline/conversations/${conversationId}/stream?${query}`
  }

  async function accept(chat: Chat, activity: Partial<Activity>): Promise<Accepted | undefined> {
    let accepted: Accepted | undefined
    await new WebsiteAdapter().receive(
      {
        channelId: SOURCE,
        from: { id: chat.userId, name: '', role: 'user' },
        recipient: { id: 'assistant', name: '', role: 'bot' },
        conversation: { id: chat.conversationId, isGroup: false, conversationType: 'personal', name: '' },
        ...activity,
      },
      context =>
        new ActivityBot(async event => {
          const origin = { ...event.origin, returnPath: null, isAwaited: false, isOpened: true }
          accepted = await bot.accept({ ...event, origin }).catch(refuseUnkept)
        }).run(context),
    )
    return accepted
  }

  async function take(chat: Chat, post: Post): Promise<string> {
    const { clientActivityID } = post.channelData ?? {}
    const id = externalIdOf(clientActivityID ?? randomUUID())
    if (post.type === ActivityTypes.EndOfConversation) await chats.end(chat.conversationId, chat.endedAt ?? clock())
    if (post.type !== ActivityTypes.Message) return `${chat.conversationId}|${id}`
    if (chat.endedAt) await chats.end(chat.conversationId, null)
    const accepted = await accept(chat, {
      type: ActivityTypes.Message,
      id,
      text: post.text ?? '',
      attachments: (post.attachments ?? []).map(() => ({ contentType: 'application/octet-stream' })),
    })
    if (accepted?.status === 'new') showTyping(chat, accepted)
    const seq = accepted?.seq ?? null
    return seq === null ? `${chat.conversationId}|${id}` : activityId(chat.conversationId, seq)
  }

  function showTyping(chat: Chat, accepted: Accepted): void {
    const timer = setTimeout(() => streams.showTyping(chat), TYPING_MS)
    bot
      .repliesTo(accepted)
      .catch((error: unknown) => log.warn({ event: accepted.eventId, error: String(error) }, 'turn is late'))
      .finally(() => clearTimeout(timer))
  }

  const route = (
    method: 'get' | 'post',
    path: string,
    handle: (request: Request, response: Response) => Promise<void>,
  ): Route => ({
    method,
    path: `/directline${path}`,
    prepare: (request, response) => prepare(origins, request, response),
    handle,
  })

  const paths = [
    route('post', '/tokens/generate', async (request, response) => {
      const origin = origins.check(request)
      pass(starts, addressOf(request))
      const userId = makeUserId()
      const resume = newResumeKey()
      const conversationId = await chats.open({ source: SOURCE, userId, origin }, resume.kept, clock())
      response.send(200, { ...(await grant({ conversationId, userId, origin })), resumeToken: resume.key })
    }),

    route('post', '/tokens/refresh', async (request, response) => {
      const claims = await access.claims(request)
      await access.open(claims.conversationId)
      response.send(200, await grant(claims))
    }),

    route('post', '/tokens/resume', async (request, response) => {
      const origin = origins.check(request)
      pass(starts, addressOf(request))
      const used = readResumeToken(parseJson(await readBody(request, MAX_BODY_BYTES)))
      const next = newResumeKey()
      const until = after(limits.resumeOverlapSeconds * SECOND_MS)
      const conversationId = await chats.useResumeKey(hashOf(used), origin, next.kept, until, clock())
      if (conversationId === undefined) {
        throw new RequestError(
          403,
          'BadResumeToken',
          'The resume token is not good any more. Start a new conversation.',
        )
      }
      const { userId, origin: bound } = await access.open(conversationId)
      response.send(200, { ...(await grant({ conversationId, userId, origin: bound })), resumeToken: next.key })
    }),

    route('post', '/conversations', async (request, response) => {
      const claims = await access.claims(request)
      const chat = await access.open(claims.conversationId)
      const joined = await accept(chat, {
        type: ActivityTypes.ConversationUpdate,
        id: 'joined',
        membersAdded: [{ id: chat.userId, name: '' }],
      })
      response.send(joined?.status === 'new' ? 201 : 200, {
        ...(await grant(claims)),
        streamUrl: await streamUrl(request, chat.conversationId, null),
        referenceGrammarId: '',
      })
    }),

    route('get', '/conversations/:conversationId', async (request, response) => {
      const chat = await access.chat(request, request.params.conversationId)
      const watermark = watermarkOf(request)
      readWatermark(watermark, chat)
      const url = await streamUrl(request, chat.conversationId, watermark)
      response.send(200, { ...(await grant(await access.claims(request))), streamUrl: url, referenceGrammarId: '' })
    }),

    route('get', '/conversations/:conversationId/activities', async (request, response) => {
      const chat = await access.chat(request, request.params.conversationId)
      const seq = readWatermark(watermarkOf(request), chat)
      const messages = await store.history(chat.conversationId, seq)
      const activities = messages.map(message => toActivity(message, chat))
      response.send(200, { activities, watermark: String(messages.at(-1)?.seq ?? seq) })
    }),

    route('post', '/conversations/:conversationId/activities', async (request, response) => {
      const chat = await access.chat(request, request.params.conversationId)
      pass(posts, chat.conversationId)
      response.send(200, { id: await take(chat, readPost(parseJson(await readBody(request, MAX_BODY_BYTES)))) })
    }),

    route('post', '/conversations/:conversationId/upload', async (request, response) => {
      const chat = await access.chat(request, request.params.conversationId)
      pass(posts, chat.conversationId)
      await take(chat, { type: ActivityTypes.Message, attachments: [{}], value: undefined })
      response.header('Connection', 'close')
      throw new RequestError(415, 'NoUploads', 'Files are not taken here. Ask in words.')
    }),

    route('post', '/conversations/:conversationId/erase', async (request, response) => {
      const chat = await access.chat(request, request.params.conversationId)
      await store.erase(chat.conversationId)
      log.info({ conversation: chat.conversationId }, 'conversation erased at the wish of its citizen')
      response.send(200, { erased: true })
    }),
  ]
  return [...paths, ...preflights(paths, origins)]
}

/** Browsers ask first what a page of another address may do. */
function preflights(routes: readonly Route[], origins: Origins): readonly Route[] {
  return [...new Set(routes.map(({ path }) => path))].map(path => ({
    method: 'opts',
    path,
    isAlwaysServed: true,
    prepare: (request, response) => prepare(origins, request, response),
    async handle(request, response) {
      origins.check(request)
      response.send(204)
    },
  }))
}

function prepare(origins: Origins, request: Request, response: Response): void {
  origins.allow(request, response)
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('X-Content-Type-Options', 'nosniff')
}

function pass(limit: RateLimit, key: string): void {
  const seconds = limit.take(key)
  if (seconds === undefined) return
  throw new RequestError(429, 'TooManyRequests', `That was too often. Try again in ${seconds} s.`, seconds)
}

function readResumeToken(body: unknown): string {
  const isObject = typeof body === 'object' && body !== null && 'resumeToken' in body
  if (isObject && typeof body.resumeToken === 'string') return body.resumeToken
  throw new RequestError(400, 'BadRequest', 'The body must be {"resumeToken": "…"}.')
}

function watermarkOf(request: Request): string | null {
  return new URL(request.url ?? '', 'http://localhost').searchParams.get('watermark')
}

/** What was not kept is not acknowledged: the page keeps it and tries again. */
function refuseUnkept(cause: unknown): never {
  if (cause instanceof NoConversationError) {
    throw new RequestError(404, 'ConversationNotFound', 'There is no such conversation for this token.')
  }
  const error = new RequestError(
    503,
    'NotStored',
    'The message could not be kept. Please send it again.',
    RETRY_SECONDS,
  )
  error.cause = cause
  throw error
}
