import type { IncomingMessage } from 'node:http'
import { RequestError } from '../../request-error.ts'

/**
 * Checks that one of our own pages made the request: browsers say so themselves, and no page can make them lie. Throws
 * `RequestError` 403 for any other, and where the browser does not say.
 */
export function checkSameOrigin({ headers }: IncomingMessage, origins: readonly string[]): void {
  const site = headers['sec-fetch-site']
  const isFetchOurs = site === undefined || site === 'same-origin'
  const isOriginOurs = headers.origin === undefined ? site !== undefined : origins.includes(headers.origin)
  if (isFetchOurs && isOriginOurs) return
  throw new RequestError(403, 'CrossSite', 'Only pages of the desk itself may do this.')
}
