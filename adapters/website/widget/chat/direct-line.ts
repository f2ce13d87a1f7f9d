import type { ActivitySet } from './activity.ts'
import { ServerRefusal } from './server-refusal.ts'

/** What the server gives for a new or resumed conversation. */
export type Grant = {
  readonly conversationId: string
  readonly token: string
  readonly expires_in: number
  readonly resumeToken: string
}

/** The calls of the Direct Line protocol that the widget makes. Each throws `ServerRefusal`, or what `fetch` throws. */
export type DirectLine = {
  readonly generate: () => Promise<Grant>
  readonly resume: (resumeToken: string) => Promise<Grant>
  readonly refresh: (token: string) => Promise<Pick<Grant, 'token' | 'expires_in'>>
  /** Begins the conversation that the token was made for. */
  readonly start: (token: string) => Promise<void>
  /** The address of a stream of what comes after `watermark`; it carries its own one-time ticket. */
  readonly streamUrl: (conversationId: string, token: string, watermark: string) => Promise<string>
  readonly activities: (conversationId: string, token: string, watermark: string) => Promise<ActivitySet>
  /** All that is kept of the conversation. */
  readonly copy: (conversationId: string, token: string) => Promise<Copy>
  /** Erases the conversation at once, whatever was kept of it. */
  readonly erase: (conversationId: string, token: string) => Promise<void>
  /** The same `clientActivityID` twice is one message. */
  readonly post: (conversationId: string, token: string, activity: OutgoingActivity) => Promise<void>
}

/** What is kept of a conversation: for programs, and as a page to read. */
export type Copy = { readonly data: unknown; readonly page: string }

/** What the citizen does: writes, says whether the answer with that id helped, what they think of a clerk, ends the conversation, or takes that back. */
export type OutgoingActivity = { readonly clientActivityID: string } & Said
export type Said =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'rating'; readonly about: string; readonly helped: boolean }
  | { readonly kind: 'clerk-rating'; readonly stars: number; readonly comment: string }
  | { readonly kind: 'end' | 'undo-end' }

const ANSWERS_WITHIN_MS = 10_000

/** `base` tells where the service stands, with a slash at its end. */
export function createDirectLine(base: () => string): DirectLine {
  const at = (path: string) => new URL(`directline/${path}`, base()).href
  const conversation = (id: string) => at(`conversations/${encodeURIComponent(id)}`)

  async function call<Result>(url: string, token: string | null, body?: unknown): Promise<Result> {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    })
    if (!response.ok) throw await refusalOf(response)
    return response.json()
  }

  return {
    generate: () => call(at('tokens/generate'), null, {}),
    resume: resumeToken => call(at('tokens/resume'), null, { resumeToken }),
    refresh: token => call(at('tokens/refresh'), token, {}),
    async start(token) {
      await call(at('conversations'), token, { locale: 'pl-PL' })
    },
    async streamUrl(id, token, watermark) {
      const { streamUrl } = await call<{ streamUrl: string }>(
        `${conversation(id)}?watermark=${encodeURIComponent(watermark)}`,
        token,
      )
      return streamUrl
    },
    activities: (id, token, watermark) =>
      call(`${conversation(id)}/activities?watermark=${encodeURIComponent(watermark)}`, token),
    copy: (id, token) => call(`${conversation(id)}/copy`, token),
    async erase(id, token) {
      await call(`${conversation(id)}/erase`, token, {})
    },
    async post(id, token, { clientActivityID, ...said }) {
      await call(`${conversation(id)}/activities`, token, {
        ...bodyOf(said),
        locale: 'pl-PL',
        from: { role: 'user' },
        channelData: { clientActivityID },
      })
    },
  }
}

function bodyOf(said: Said): Readonly<Record<string, unknown>> {
  switch (said.kind) {
    case 'message':
      return { type: 'message', text: said.text }
    case 'rating':
      return { type: 'event', name: 'rating', value: { about: said.about, helped: said.helped } }
    case 'clerk-rating':
      return { type: 'event', name: 'clerk-rating', value: { stars: said.stars, comment: said.comment } }
    case 'end':
      return { type: 'endOfConversation' }
    case 'undo-end':
      return { type: 'event', name: 'undo-end' }
  }
}

/** A body that is no JSON tells nothing. */
async function refusalOf(response: Response): Promise<ServerRefusal> {
  const body = await response.json().catch(() => undefined)
  return new ServerRefusal(response.status, secondsOf(response.headers.get('retry-after')), body?.told)
}

function secondsOf(header: string | null): number | null {
  const seconds = Number(header)
  return header !== null && seconds >= 0 ? seconds : null
}
