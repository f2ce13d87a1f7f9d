import { createRequire } from 'node:module'
import type { CompatResponse, RequestPolicy } from '@azure/core-http-compat'
import { DeliveryError } from '../../bot/delivery-error.ts'
import type { ServiceUrlRule } from './service-url.ts'

// As CommonJS, which the SDK has loaded by now; imported, they would be loaded a second time.
const require = createRequire(import.meta.url)
const { toHttpHeadersLike }: typeof import('@azure/core-http-compat') = require('@azure/core-http-compat')
const { createHttpHeaders }: typeof import('@azure/core-rest-pipeline') = require('@azure/core-rest-pipeline')

const TIMEOUT_MS = 10_000

/** Our credentials, which concern every delivery. */
const REFUSED = 401

/**
 * What another attempt may mend: too early, too many, or the other side's own fault. Who answers 403 may mean our app, which
 * somebody can mend meanwhile, or one citizen who has blocked it (Teams does), for whom nothing must wait without an end.
 */
const PASSING = [403, 408, 425, 429]

/**
 * The HTTP client under the SDK: sends to allowed addresses only, follows no redirect, and gives up after 10 s. A failure
 * is thrown as `DeliveryError`, which the SDK does not retry: our relay does, with its own back-off.
 */
export function createEgress(isAllowed: ServiceUrlRule): RequestPolicy {
  return {
    async sendRequest(request): Promise<CompatResponse> {
      if (!isAllowed(request.url)) throw new DeliveryError('the address is not on the list of allowed hosts', true)
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers.rawHeaders(),
        body: typeof request.body === 'string' ? request.body : null,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      }).catch((cause: unknown) => {
        throw new DeliveryError('the channel could not be reached', false, { cause })
      })
      const bodyAsText = await response.text()
      if (!response.ok) {
        const needsRepair = response.status === REFUSED
        const mayPass = needsRepair || response.status >= 500 || PASSING.includes(response.status)
        throw new DeliveryError(`the channel answered ${response.status}`, !mayPass, { needsRepair })
      }
      return {
        request,
        status: response.status,
        headers: toHttpHeadersLike(createHttpHeaders(Object.fromEntries(response.headers))),
        bodyAsText,
      }
    },
  }
}
