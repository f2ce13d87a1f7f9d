import type { IncomingMessage, ServerResponse } from 'node:http'
import { RequestError } from '../request-error.ts'

/** Pages that may embed the chat. */
export type Origins = {
  /** Gives the page's address; null where the request does not say. Throws `RequestError` 403 for any other page. */
  readonly check: (request: IncomingMessage) => string | null
  /** Says in the answer what a page may do with it. */
  readonly allow: (request: IncomingMessage, response: ServerResponse) => void
}

/** `allowed` is asked each time: the own address is known once the service listens. */
export function createOrigins(allowed: () => readonly string[]): Origins {
  const isAllowed = (origin: string | undefined): origin is string => origin !== undefined && allowed().includes(origin)
  return {
    check({ headers: { origin } }) {
      if (origin === undefined) return null
      if (isAllowed(origin)) return origin
      throw new RequestError(
        403,
        'OriginNotAllowed',
        'Pages of this address may not use the chat. Add it to WEBSITE_ORIGINS.',
      )
    },
    allow({ headers: { origin } }, response) {
      response.setHeader('Vary', 'Origin')
      if (!isAllowed(origin)) return
      response.setHeader('Access-Control-Allow-Origin', origin)
      response.setHeader('Access-Control-Allow-Methods', 'GET, POST')
      response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, x-ms-bot-agent')
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After')
      response.setHeader('Access-Control-Max-Age', '600')
    },
  }
}
