import { z } from 'zod'
import type { Desk } from '../../bot/desk.ts'
import type { Clock } from '../../bot/ports.ts'
import type { DeskRoute } from './accounts/desk-route.ts'
import { deskPersonOf } from './desk-person.ts'
import type { Lister } from './lister.ts'
import { parseBody } from './parse-body.ts'
import { type Overview, WORKING_ROLES } from './wire.ts'

const searchSchema = z.strictObject({ text: z.string().trim().min(2, 'must have at least 2 characters').max(200) })

/** Conversations as the page lists and searches them. */
export function listRoutes({
  desk,
  clock,
  lister,
}: {
  readonly desk: Desk
  readonly clock: Clock
  readonly lister: Lister
}): readonly DeskRoute[] {
  return [
    {
      method: 'get',
      path: '/api/overview',
      roles: WORKING_ROLES,
      isUse: false,
      async handle(_request, response, signedIn) {
        const person = deskPersonOf(signedIn)
        const [listed, queue, mine, others, tickets, undelivered, present] = await Promise.all([
          lister(),
          desk.queue(person),
          desk.mine(person),
          desk.others(person),
          desk.tickets(person),
          desk.undelivered(person),
          desk.present(),
        ])
        const overview: Overview = {
          queue: queue.map(listed),
          mine: mine.map(listed),
          others: others.map(listed),
          tickets: tickets.map(listed),
          undelivered: undelivered.map(listed),
          present,
          now: clock().toISOString(),
        }
        response.send(200, overview)
      },
    },
    {
      // Not a GET, as what is looked for must not stand in an address.
      method: 'post',
      path: '/api/search',
      roles: WORKING_ROLES,
      async handle(_request, response, signedIn, body) {
        const found = await desk.search(deskPersonOf(signedIn), parseBody(searchSchema, body).text)
        response.send(200, { found: found.map(await lister()) })
      },
    },
  ]
}
