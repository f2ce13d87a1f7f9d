import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, Response } from 'restify'
import { MAX_BODY_BYTES, parseJson, readBody } from '../../request-body.ts'
import type { Route } from '../../server.ts'
import type { DeskAddress } from './desk-address.ts'
import type { Guard, SignedIn } from './guard.ts'
import type { Role } from './role.ts'
import { writeDeskHeaders } from './write-desk-headers.ts'

/** An endpoint of the desk, for people who are signed in. */
export type DeskRoute = {
  readonly method: 'get' | 'post'
  /** Below `/desk`, such as `/api/accounts/:id`. */
  readonly path: string
  /** Who may: one of these roles. Absent: everybody who is signed in. */
  readonly roles?: readonly Role[]
  /** Whether a request puts the session's idle end off. Default true. */
  readonly isUse?: boolean
  /** `body`: the parsed JSON of a POST, foreign data. */
  readonly handle: (request: Request, response: Response, signedIn: SignedIn, body: unknown) => Promise<void>
}

/**
 * Puts the guard before an endpoint, so that none can go without: session, role, and for a POST the page's token in the header
 * `X-CSRF-Token`, checked before the body is read. Refusals are JSON.
 */
export function guarded(route: DeskRoute, guard: Guard, address: () => DeskAddress): Route {
  return {
    method: route.method,
    path: `/desk${route.path}`,
    isAlwaysServed: true,
    prepare: (_request: IncomingMessage, response: ServerResponse) => writeDeskHeaders(response, address()),
    async handle(request, response) {
      const signedIn = await guard.signedIn(request, route.isUse ?? true)
      const isWrite = route.method === 'post'
      if (isWrite) guard.checkWrite(request, signedIn, single(request.headers['x-csrf-token']))
      if (route.roles) await guard.requireRole(signedIn, route.roles)
      const bytes = isWrite ? await readBody(request, MAX_BODY_BYTES) : undefined
      await route.handle(request, response, signedIn, bytes?.length ? parseJson(bytes) : undefined)
    },
  }
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? undefined : header
}
