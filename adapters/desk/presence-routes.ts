import { z } from 'zod'
import type { Desk } from '../../bot/desk.ts'
import type { DeskRoute } from './accounts/desk-route.ts'
import { deskPersonOf } from './desk-person.ts'
import { parseBody } from './parse-body.ts'
import { WORKING_ROLES } from './wire.ts'

const presenceSchema = z.strictObject({ presence: z.enum(['free', 'busy', 'away']) })

/** Who is at the desk. */
export function presenceRoutes(desk: Desk): readonly DeskRoute[] {
  return [
    {
      method: 'post',
      path: '/api/presence',
      roles: WORKING_ROLES,
      async handle(_request, response, signedIn, body) {
        await desk.setPresence(deskPersonOf(signedIn), parseBody(presenceSchema, body).presence)
        response.send(200, {})
      },
    },
    {
      // A page without a feed says so that it is still there.
      method: 'post',
      path: '/api/seen',
      roles: WORKING_ROLES,
      isUse: false,
      async handle(_request, response, signedIn) {
        await desk.seen(deskPersonOf(signedIn))
        response.send(200, {})
      },
    },
    {
      method: 'post',
      path: '/api/leave',
      roles: WORKING_ROLES,
      async handle(_request, response, signedIn) {
        await desk.leave(deskPersonOf(signedIn))
        response.send(200, {})
      },
    },
  ]
}
