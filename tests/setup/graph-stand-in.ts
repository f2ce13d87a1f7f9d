import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'

export const PAGE = { id: '1081', name: 'Starostwo (test)' }
export const PAGE_TOKEN = 'fake-page-token'
export const APP_SECRET = 'fake-app-secret'

/** A refusal as Meta writes it; `status` defaults to 400. */
export type Refusal = {
  readonly status?: number
  readonly code?: number
  readonly subcode?: number
  readonly message?: string
  /** Never answers, as a network does that lost the answer. */
  readonly hangs?: boolean
  /** Takes the call, and answers nothing for it all the same. */
  readonly takesFirst?: boolean
}

const quickReply = z.strictObject({
  content_type: z.literal('text'),
  title: z.string().min(1).max(20),
  payload: z.string().min(1).max(1000),
})

const sent = z.union([
  z.strictObject({
    recipient: z.strictObject({ id: z.string().min(1) }),
    messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG']),
    tag: z.literal('HUMAN_AGENT').optional(),
    message: z.strictObject({
      text: z.string().min(1).max(2000),
      quick_replies: z.array(quickReply).min(1).max(13).optional(),
    }),
  }),
  z.strictObject({
    recipient: z.strictObject({ id: z.string().min(1) }),
    sender_action: z.enum(['mark_seen', 'typing_on', 'typing_off']),
  }),
])

const menuItem = z.strictObject({
  type: z.literal('postback'),
  title: z.string().min(1).max(30),
  payload: z.string().min(1).max(1000),
})

const profile = z.strictObject({
  get_started: z.strictObject({ payload: z.string().min(1).max(1000) }),
  greeting: z.array(z.strictObject({ locale: z.literal('default'), text: z.string().min(1).max(160) })).length(1),
  persistent_menu: z
    .array(
      z.strictObject({
        locale: z.literal('default'),
        composer_input_disabled: z.literal(false),
        call_to_actions: z.array(menuItem).min(1).max(20),
      }),
    )
    .length(1),
})

export type SentMessage = Extract<z.infer<typeof sent>, { message: unknown }>

/** A stand-in for Meta's Graph API: keeps what is sent, checks shapes and limits, and can refuse as Meta does. */
export type GraphStandIn = {
  readonly url: string
  /** Messages in the order in which they were taken. */
  readonly messages: readonly SentMessage[]
  /** Signs that were shown, such as `mark_seen`. */
  readonly signs: readonly string[]
  /** Every call, also refused ones: method, path, and the sign where it shows one. */
  readonly calls: readonly string[]
  /** What was wrong with calls, by our own doing. */
  readonly faults: readonly string[]
  readonly profile: () => z.infer<typeof profile> | undefined
  /** Answers to the next messages; signs are not concerned. */
  readonly refuseNext: (...refusals: readonly Refusal[]) => void
  /** Answers every call so, until null. */
  readonly refuseAll: (refusal: Refusal | null) => void
  /** Hours since the citizen wrote, by which the windows are told. */
  readonly setHoursSinceWritten: (hours: number) => void
  readonly stop: () => Promise<void>
}

const OUTSIDE: Refusal = {
  code: 10,
  subcode: 2018278,
  message: '(#10) This message is sent outside of allowed window.',
}
const BAD_TOKEN: Refusal = { status: 401, code: 190, message: 'Invalid OAuth access token.' }
const HUMAN_DAYS = 7

/** `onTaken` is called with each message as it is taken. */
export async function startGraphStandIn(
  onTaken: (message: SentMessage) => void = () => undefined,
): Promise<GraphStandIn> {
  const messages: SentMessage[] = []
  const signs: string[] = []
  const calls: string[] = []
  const faults: string[] = []
  const refusals: Refusal[] = []
  const subscribed = new Set<string>()
  let always: Refusal | null = null
  let hours = 0
  let kept: z.infer<typeof profile> | undefined

  function take(method: string, path: string, body: unknown): unknown {
    if (path === '/me/messages') return takeMessage(body)
    if (path === '/me/messenger_profile') {
      if (method === 'POST') kept = checked(profile, body)
      return method === 'POST' ? { result: 'success' } : { data: kept ? [kept] : [] }
    }
    if (path === '/me/subscribed_apps') {
      if (method === 'GET')
        return { data: subscribed.size > 0 ? [{ id: '7', subscribed_fields: [...subscribed] }] : [] }
      for (const field of checked(z.object({ subscribed_fields: z.string() }), body)?.subscribed_fields.split(',') ??
        []) {
        subscribed.add(field)
      }
      return { success: true }
    }
    return path === '/me' ? PAGE : undefined
  }

  function checked<T>(schema: z.ZodType<T>, body: unknown): T | undefined {
    const { data, error } = schema.safeParse(body)
    if (error) faults.push(error.message)
    return data
  }

  function takeMessage(body: unknown): unknown {
    const data = checked(sent, body)
    if (!data) return { refused: { code: 100, message: '(#100) Invalid parameter' } }
    if ('sender_action' in data) signs.push(data.sender_action)
    else {
      const isTagged = data.messaging_type === 'MESSAGE_TAG' && data.tag === 'HUMAN_AGENT'
      if (hours > (isTagged ? HUMAN_DAYS * 24 : 24)) return { refused: OUTSIDE }
      messages.push(data)
      onTaken(data)
    }
    return { recipient_id: data.recipient.id, message_id: `m_${messages.length}` }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : undefined
    const isSign = body !== undefined && 'sender_action' in body
    calls.push([request.method, pathname, ...(isSign ? [body.sender_action] : [])].join(' '))
    const refusal =
      always ?? unauthorised(request.headers.authorization, searchParams) ?? (isSign ? undefined : refusals.shift())
    if (refusal?.takesFirst) take(request.method ?? '', pathname, body)
    if (refusal?.hangs) return
    const result = refusal ? { refused: refusal } : take(request.method ?? '', pathname, body)
    send(response, result)
  }

  const server = createServer((request, response) => answer(request, response).catch(() => response.destroy()))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    url: `http://127.0.0.1:${port}`,
    messages,
    signs,
    calls,
    faults,
    profile: () => kept,
    refuseNext: (...next) => {
      refusals.push(...next)
    },
    refuseAll: refusal => {
      always = refusal
    },
    setHoursSinceWritten: value => {
      hours = value
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function unauthorised(authorization: string | undefined, query: URLSearchParams): Refusal | undefined {
  if (authorization !== `Bearer ${PAGE_TOKEN}`) return BAD_TOKEN
  const proof = createHmac('sha256', APP_SECRET).update(PAGE_TOKEN).digest('hex')
  if (query.get('appsecret_proof') === proof) return undefined
  return { code: 100, message: 'Invalid appsecret_proof provided in the API argument' }
}

function send(response: ServerResponse, result: unknown): void {
  const refused = readRefusal(result)
  const status = refused ? (refused.status ?? 400) : result === undefined ? 404 : 200
  const { code, subcode, message = 'refused' } = refused ?? {}
  const error = { message, type: 'OAuthException', code, error_subcode: subcode, fbtrace_id: 'AbC' }
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(refused && code === undefined ? '<html>' : JSON.stringify(refused ? { error } : (result ?? {})))
}

function readRefusal(result: unknown): Refusal | undefined {
  return typeof result === 'object' && result && 'refused' in result ? (result.refused as Refusal) : undefined
}
