import type { Desk } from '../../bot/desk.ts'
import type { DeskRoute } from './accounts/desk-route.ts'
import { deskPersonOf } from './desk-person.ts'

const ROLES = ['administrator'] as const

/** How many messages could not be delivered, for those who run the service. */
export function deadLetterRoutes(desk: Desk): readonly DeskRoute[] {
  return [
    {
      method: 'get',
      path: '/api/dead-letters',
      roles: ROLES,
      isUse: false,
      async handle(_request, response, signedIn) {
        response.send(200, { count: await desk.deadLetters(deskPersonOf(signedIn)) })
      },
    },
    {
      method: 'post',
      path: '/api/dead-letters/note',
      roles: ROLES,
      async handle(_request, response, signedIn) {
        await desk.noteDeadLetters(deskPersonOf(signedIn))
        response.send(200, { count: await desk.deadLetters(deskPersonOf(signedIn)) })
      },
    },
  ]
}
