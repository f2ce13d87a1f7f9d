import type { Request, Response } from 'restify'
import type { Bundle } from './bundle.ts'
import { RequestError } from './request-error.ts'

const RETRY_SECONDS = 2

/**
 * Sends a script, or says that it has not changed; 503 while it is being prepared. `headers`: for how long, and for pages of
 * which addresses.
 */
export function sendScript(
  request: Request,
  response: Response,
  bundle: Bundle | undefined,
  headers: Readonly<Record<string, string>>,
): void {
  if (!bundle) throw new RequestError(503, 'NotReady', 'The script is being prepared.', RETRY_SECONDS)
  const isGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const body = isGzip ? bundle.gzipped : bundle.code
  const all = {
    ...headers,
    ETag: `"${bundle.key}${isGzip ? '-gzip' : ''}"`,
    Vary: 'Accept-Encoding',
    ...(isGzip ? { 'Content-Encoding': 'gzip' } : {}),
  }
  if (request.headers['if-none-match'] === all.ETag) {
    response.writeHead(304, all)
    response.end()
    return
  }
  response.writeHead(200, {
    ...all,
    'Content-Type': 'text/javascript; charset=utf-8',
    'Content-Length': String(body.length),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  })
  response.end(body)
}
