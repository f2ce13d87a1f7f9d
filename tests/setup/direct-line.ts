import { randomUUID } from 'node:crypto'
import type { Activity } from 'botbuilder'
import { readConfig, type WebsiteLimits } from '../../adapters/config.ts'

export type Answer<Body = Record<string, unknown>> = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Body
}

export type Activities = { readonly activities: readonly Partial<Activity>[]; readonly watermark: string }

/** A page of the website, as far as the protocol sees one. */
export type Page = {
  readonly conversationId: string
  readonly token: string
  readonly resumeToken: string
  readonly post: (activity: Readonly<Record<string, unknown>>) => Promise<Answer>
  readonly write: (text: string, clientActivityID?: string) => Promise<Answer>
  readonly read: (watermark?: string) => Promise<Answer<Activities>>
}

/** Limits that no test comes up against. */
export const NO_LIMITS: WebsiteLimits = readConfig({
  CHATS_PER_MINUTE: '1000000',
  MESSAGES_PER_MINUTE: '1000000',
  MESSAGES_AT_ONCE: '1000000',
}).website

type Headers_ = Readonly<Record<string, string>>

/** Calls an endpoint; a `body` makes it a POST. */
export async function call<Body = Record<string, unknown>>(
  url: string,
  {
    method,
    body,
    token,
    headers = {},
  }: {
    readonly method?: string
    readonly body?: unknown
    readonly token?: string
    readonly headers?: Headers_
  } = {},
): Promise<Answer<Body>> {
  const response = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : {} }
}

export type Grant = {
  readonly conversationId: string
  readonly token: string
  readonly expires_in: number
  readonly resumeToken: string
  readonly streamUrl: string
}

export function generate(url: string, headers: Headers_ = {}): Promise<Answer<Grant>> {
  return call<Grant>(`${url}/directline/tokens/generate`, { body: {}, headers })
}

export function start(url: string, token: string, headers: Headers_ = {}): Promise<Answer<Grant>> {
  return call<Grant>(`${url}/directline/conversations`, { body: {}, token, headers })
}

/** Opens a page and starts its conversation. */
export async function openPage(url: string, headers: Headers_ = {}): Promise<Page> {
  const { body } = await generate(url, headers)
  const { conversationId, token, resumeToken } = body
  await start(url, token, headers)
  return pageWith(url, { conversationId, token, resumeToken }, headers)
}

export function pageWith(
  url: string,
  { conversationId, token, resumeToken }: Pick<Grant, 'conversationId' | 'token' | 'resumeToken'>,
  headers: Headers_ = {},
): Page {
  const activities = `${url}/directline/conversations/${conversationId}/activities`
  const post: Page['post'] = activity => call(activities, { body: activity, token, headers })
  return {
    conversationId,
    token,
    resumeToken,
    post,
    write: (text, clientActivityID = randomUUID()) =>
      post({ type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID } }),
    read: watermark =>
      call<Activities>(watermark === undefined ? activities : `${activities}?watermark=${watermark}`, {
        token,
        headers,
      }),
  }
}

/** Reads until the activities are as wanted. */
export async function readUntil(
  page: Page,
  isEnough: (activities: readonly Partial<Activity>[]) => boolean,
): Promise<readonly Partial<Activity>[]> {
  for (;;) {
    const { body } = await page.read()
    if (isEnough(body.activities)) return body.activities
  }
}

/** A stream as a page opens it. */
export type Stream = {
  readonly received: readonly Activities[]
  /** The first sign that the assistant is at work. */
  readonly typing: Promise<Partial<Activity>>
  /** Resolves with all messages once they are as wanted; a slow service shows typing signs between them. */
  readonly until: (
    isEnough: (activities: readonly Partial<Activity>[]) => boolean,
  ) => Promise<readonly Partial<Activity>[]>
  /** Resolves with the code that it was closed with. */
  readonly closed: Promise<number>
  /** Sends the empty frame that clients send now and then. */
  readonly keepAlive: () => void
  readonly close: () => void
}

/** Throws when it is refused. */
export async function openStream(
  streamUrl: string,
  headers: Headers_ = {},
  onActivities: (activities: readonly Partial<Activity>[]) => void = () => undefined,
): Promise<Stream> {
  const { WebSocket } = await import('ws')
  const socket = new WebSocket(streamUrl, { headers })
  const received: Activities[] = []
  const looks = new Set<() => void>()
  const { promise: typing, resolve: showTyping } = Promise.withResolvers<Partial<Activity>>()
  socket.on('message', data => {
    const set: Activities = JSON.parse(String(data))
    received.push(set)
    onActivities(set.activities)
    for (const activity of set.activities) if (activity.type === 'typing') showTyping(activity)
    for (const look of looks) look()
  })
  const closed = new Promise<number>(resolve => socket.on('close', resolve))
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return {
    received,
    typing,
    closed,
    keepAlive: () => socket.send(''),
    close: () => socket.close(),
    until: isEnough =>
      new Promise(resolve => {
        const look = () => {
          const activities = received.flatMap(set => set.activities).filter(({ type }) => type === 'message')
          if (!isEnough(activities)) return
          looks.delete(look)
          resolve(activities)
        }
        looks.add(look)
        look()
      }),
  }
}
