import type { IncomingMessage } from 'node:http'
import type { Claim } from 'botframework-connector'
import type { Activity } from 'botframework-schema'
import { RequestError } from '../request-error.ts'
import { isFromThisMachine } from './local-only.ts'
import { onlyThisMachine, type ServiceUrlRule } from './service-url.ts'
import { type KeySet, readClaims } from './token-gate.ts'

/** Who may write to `/api/messages`, and where replies may go. */
export type Access = {
  /** Throws `RequestError` before the body is read, where that can be told. */
  readonly checkRequest: (request: IncomingMessage) => void
  /** Gives the sender's claims. Throws `RequestError`. */
  readonly checkActivity: (request: IncomingMessage, activity: Activity) => Promise<readonly Claim[]>
  readonly mayReplyTo: ServiceUrlRule
}

/** Testers on this machine, without credentials. Everybody else learns nothing, not even that there is a route. */
export const LOCAL_ACCESS: Access = {
  checkRequest(request) {
    if (!isFromThisMachine(request)) throw notFound()
  },
  async checkActivity(_request, { serviceUrl }) {
    if (!onlyThisMachine(serviceUrl)) throw notFound()
    return []
  },
  mayReplyTo: onlyThisMachine,
}

/** Azure Bot Service, with its signed token. */
export function azureAccess(appId: string, keySet: KeySet, mayReplyTo: ServiceUrlRule): Access {
  return {
    checkRequest() {
      // The token is checked against the activity.
    },
    async checkActivity(request, activity) {
      const claims = await readClaims(request.headers.authorization, activity, { appId, keySet })
      if (!mayReplyTo(activity.serviceUrl)) {
        throw new RequestError(403, 'Forbidden', 'Replies may not be sent to this serviceUrl.')
      }
      return claims
    },
    mayReplyTo,
  }
}

function notFound(): RequestError {
  return new RequestError(404, 'NotFound', 'There is nothing here for this address and method.')
}
