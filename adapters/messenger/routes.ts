import type { Log } from '../../bot/ports.ts'
import type { MessengerSettings } from '../config.ts'
import { parseJson, readBody } from '../request-body.ts'
import { RequestError } from '../request-error.ts'
import type { Route } from '../server.ts'
import type { Intake } from './intake.ts'
import { readWebhook } from './read-webhook.ts'
import { isSigned } from './signature.ts'
import { challengeOf } from './verify-token.ts'

const PATH = '/webhooks/messenger'
const MAX_BODY_BYTES = 1024 * 1024

/** The webhook: Meta's look whether it is ours, and what citizens do. Acknowledged once it is kept, and no sooner. */
export function messengerRoutes(
  { verifyTokens, appSecrets }: Pick<MessengerSettings, 'verifyTokens' | 'appSecrets'>,
  intake: Intake,
  log: Pick<Log, 'error'>,
): readonly Route[] {
  return [
    {
      method: 'get',
      path: PATH,
      isAlwaysServed: true,
      async handle(request, response) {
        const challenge = challengeOf(new URLSearchParams(request.getQuery()), verifyTokens)
        if (challenge === undefined) throw new RequestError(403, 'Forbidden', 'The verify token is not ours.')
        response.writeHead(200, { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' })
        response.end(challenge)
      },
    },
    {
      method: 'post',
      path: PATH,
      async handle(request, response) {
        const body = await readBody(request, MAX_BODY_BYTES)
        const signature = request.headers['x-hub-signature-256']
        if (!isSigned(body, signature?.toString(), appSecrets)) {
          throw new RequestError(401, 'Unauthorized', 'The signature is not that of our app.')
        }
        await intake(
          readWebhook(parseJson(body), () =>
            log.error({}, 'an item of a webhook cannot be read: Meta may have changed its shape'),
          ),
        )
        response.send(200)
      },
    },
  ]
}
