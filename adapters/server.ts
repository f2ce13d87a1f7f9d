import { randomUUID } from 'node:crypto'
import restify, { type Request, type Response, type Server } from 'restify'
import type { Log } from '../bot/ports.ts'
import { RequestError } from './request-error.ts'
import { StoreBusyError } from './storage/store-busy-error.ts'

/** One thing that the server does; `handle` throws `RequestError` for a sender's mistake. */
export type Route = {
  readonly method: 'get' | 'post' | 'opts'
  readonly path: string
  /** Answered while the knowledge is still being prepared. Default false: 503 until then. */
  readonly isAlwaysServed?: boolean
  /** Sets what every answer has to say, refusals too. */
  readonly prepare?: (request: Request, response: Response) => void
  readonly handle: (request: Request, response: Response) => Promise<void>
}

const SECOND = 1000
const RETRY_SECONDS = 5

/**
 * The HTTP server with its routes. Every error body is ours: an id and a code, and no internals. `canKeep`: whether the store can
 * be used; while it cannot, what fails is to be tried again.
 */
export function createServer(
  routes: readonly Route[],
  isReady: () => boolean,
  canKeep: () => Promise<boolean>,
  log: Log,
): Server {
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true })
  server.server.headersTimeout = 10 * SECOND
  server.server.requestTimeout = 30 * SECOND
  // Longer than proxies and clients keep a connection, so that none is closed while a request is on its way.
  server.server.keepAliveTimeout = 65 * SECOND
  server.on(
    'restifyError',
    (_request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      const status = error.statusCode ?? 500
      sendError(
        response,
        new RequestError(status, codeOf(status), 'There is nothing here for this address and method.'),
      )
      done()
    },
  )
  for (const route of routes) {
    server[route.method](route.path, async (request: Request, response: Response) => {
      try {
        route.prepare?.(request, response)
        if (!route.isAlwaysServed && !isReady()) throw notReady()
        await route.handle(request, response)
      } catch (error) {
        const refusal = error instanceof RequestError ? error : await refusalOf(error, route)
        if (refusal.cause !== undefined)
          log.warn({ path: route.path, code: refusal.code, cause: String(refusal.cause) }, 'request refused')
        sendError(response, refusal)
      }
    })
  }
  return server

  /** Something failed that no sender is to blame for: the store, or a defect of ours. */
  async function refusalOf(error: unknown, route: Route): Promise<RequestError> {
    return error instanceof StoreBusyError || !(await canKeep()) ? away(error) : unexpected(error, route, log)
  }
}

function away(cause: unknown): RequestError {
  const message = 'Nothing can be read or kept at the moment. Please try again.'
  return Object.assign(new RequestError(503, 'NotAvailable', message, RETRY_SECONDS), { cause })
}

function notReady(): RequestError {
  return new RequestError(503, 'NotReady', 'The assistant is being prepared. Please try again.', RETRY_SECONDS)
}

/** The log gets the reason under an id; the sender gets the id. */
function unexpected(error: unknown, { method, path }: Route, log: Log): RequestError {
  const id = randomUUID()
  log.error({ id, method, path, error: error instanceof Error ? error.stack : String(error) }, 'request failed')
  return new RequestError(500, 'ServiceError', `Something went wrong here. When you report it, give this number: ${id}`)
}

function sendError(response: Response, { status, code, message, retryAfterSeconds }: RequestError): void {
  if (response.headersSent) return
  if (retryAfterSeconds !== undefined) response.header('Retry-After', String(retryAfterSeconds))
  response.send(status, { error: { code, message } })
}

function codeOf(status: number): string {
  return status === 404 ? 'NotFound' : status === 405 ? 'MethodNotAllowed' : 'BadRequest'
}
