import type { Desk } from '../../bot/desk.ts'
import type { DeskRoute } from './accounts/desk-route.ts'
import { deskPersonOf } from './desk-person.ts'
import type { Undelivered } from './wire.ts'

const ROLES = ['administrator'] as const

/** How many messages were not delivered, for those who run the service. */
export function deadLetterRoutes(desk: Desk): readonly DeskRoute[] {
  async function counts(signedIn: Parameters<typeof deskPersonOf>[0]): Promise<Undelivered> {
    const person = deskPersonOf(signedIn)
    const [deadLetters, blocked] = await Promise.all([desk.deadLetters(person), desk.blocked(person)])
    return { deadLetters, blocked }
  }

  return [
    {
      method: 'get',
      path: '/api/dead-letters',
      roles: ROLES,
      isUse: false,
      async handle(_request, response, signedIn) {
        response.send(200, await counts(signedIn))
      },
    },
    {
      method: 'post',
      path: '/api/dead-letters/note',
      roles: ROLES,
      async handle(_request, response, signedIn) {
        await desk.noteDeadLetters(deskPersonOf(signedIn))
        response.send(200, await counts(signedIn))
      },
    },
  ]
}
