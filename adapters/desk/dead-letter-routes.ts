import { z } from 'zod'
import type { Desk } from '../../bot/desk.ts'
import type { DeskPerson } from '../../bot/desk-person.ts'
import type { DeskRoute } from './accounts/desk-route.ts'
import { deskPersonOf } from './desk-person.ts'
import { parseBody } from './parse-body.ts'
import type { Undelivered } from './wire.ts'

const ROLES = ['administrator'] as const

/** How many the page shows. */
const noteSchema = z.strictObject({ deadLetters: z.number().int().min(0) })

/** How many messages could not be delivered, and what waits for a repair, for those who run the service. */
export function deadLetterRoutes(desk: Desk): readonly DeskRoute[] {
  const counts = async (person: DeskPerson): Promise<Undelivered> => ({
    deadLetters: await desk.deadLetters(person),
    blocked: await desk.blocked(person),
  })
  return [
    {
      method: 'get',
      path: '/api/dead-letters',
      roles: ROLES,
      isUse: false,
      async handle(_request, response, signedIn) {
        response.send(200, await counts(deskPersonOf(signedIn)))
      },
    },
    {
      method: 'post',
      path: '/api/dead-letters/note',
      roles: ROLES,
      async handle(_request, response, signedIn, body) {
        await desk.noteDeadLetters(deskPersonOf(signedIn), parseBody(noteSchema, body).deadLetters)
        response.send(200, await counts(deskPersonOf(signedIn)))
      },
    },
  ]
}
