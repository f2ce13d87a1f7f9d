import { z } from 'zod'
import type { Records } from '../../bot/records.ts'
import type { DeskRoute } from './accounts/desk-route.ts'
import { parseBody } from './parse-body.ts'
import { MOST_ASKED_FOR, WORKING_ROLES } from './wire.ts'

const keptSchema = z.strictObject({ conversationIds: z.array(z.uuid()).max(MOST_ASKED_FOR) })

/**
 * Which conversations are still kept, so that drafts in erased ones leave the clerk's device. Tells no more than that, and of
 * ids that only who had the conversation open can know.
 */
export function keptRoutes(records: Pick<Records, 'among'>): readonly DeskRoute[] {
  return [
    {
      method: 'post',
      path: '/api/kept',
      roles: WORKING_ROLES,
      isUse: false,
      async handle(_request, response, _signedIn, body) {
        response.send(200, { kept: await records.among(parseBody(keptSchema, body).conversationIds) })
      },
    },
  ]
}
