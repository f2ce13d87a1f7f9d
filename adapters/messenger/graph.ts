import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { MessengerSettings } from '../config.ts'
import { GraphError } from './graph-error.ts'

/** Calls of Meta's Graph API with the page's token. Each throws `GraphError`. */
export type Graph = {
  readonly get: (path: string, query?: Readonly<Record<string, string>>) => Promise<unknown>
  readonly post: (path: string, body: unknown, signal?: AbortSignal) => Promise<unknown>
}

export type GraphAccess = Pick<MessengerSettings, 'graphUrl' | 'pageAccessToken' | 'appSecrets'>

const TIMEOUT_MS = 10_000

const refusal = z.object({
  error: z.object({
    message: z.string().catch('no reason'),
    code: z.number().nullish(),
    error_subcode: z.number().nullish(),
  }),
})

/**
 * The token goes in a header, as addresses end up in logs; the proof shows that it is used by the app whose secret we know.
 * https://developers.facebook.com/docs/graph-api/guides/secure-requests
 */
export function createGraph(
  { graphUrl, pageAccessToken, appSecrets }: GraphAccess,
  timeoutMs: number = TIMEOUT_MS,
): Graph {
  const proof = createHmac('sha256', appSecrets[0] ?? '')
    .update(pageAccessToken)
    .digest('hex')

  async function call(
    method: 'GET' | 'POST',
    path: string,
    { query = {}, body, signal }: { query?: Readonly<Record<string, string>>; body?: unknown; signal?: AbortSignal },
  ): Promise<unknown> {
    const search = new URLSearchParams({ ...query, appsecret_proof: proof })
    const response = await fetch(`${graphUrl}/${path}?${search}`, {
      method,
      headers: { authorization: `Bearer ${pageAccessToken}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
    }).catch((cause: unknown) => {
      throw new GraphError('the Graph API could not be reached', { status: 0, code: null, subcode: null }, { cause })
    })
    const answer: unknown = await response.json().catch(() => undefined)
    if (!response.ok) throw refused(response.status, answer)
    return answer
  }

  return {
    get: (path, query = {}) => call('GET', path, { query }),
    post: (path, body, signal) => call('POST', path, { body, ...(signal ? { signal } : {}) }),
  }
}

/** Meta's own words tell whoever runs the service what to do; they quote neither message nor token. */
function refused(status: number, answer: unknown): GraphError {
  const { data } = refusal.safeParse(answer)
  const { code = null, error_subcode: subcode = null, message = 'no reason given' } = data?.error ?? {}
  const place = [status, code, subcode].filter(part => part !== null).join('/')
  return new GraphError(`the Graph API answered ${place}: ${message}`, { status, code, subcode })
}
