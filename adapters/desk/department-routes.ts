import { z } from 'zod'
import type { Desk } from '../../bot/desk.ts'
import { DESK_DEPARTMENTS } from '../../bot/desk-state.ts'
import { RequestError } from '../request-error.ts'
import type { DeskRoute } from './accounts/desk-route.ts'
import { deskPersonOf } from './desk-person.ts'
import { parseBody } from './parse-body.ts'

const DAYS = 7
const MOST_SPANS = 4
const MOST_EXCEPTIONS = 400

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 07:30')
const span = z.strictObject({ from: time, to: time }).refine(({ from, to }) => from < to, 'must end after it begins')
const spans = z.array(span).max(MOST_SPANS)
const day = z.iso.date('must be a day such as 2026-12-24')

const settingsSchema = z.strictObject({
  hours: z
    .strictObject({
      week: z.array(spans).length(DAYS, `must have ${DAYS} days, from Monday on`),
      exceptions: z.array(z.strictObject({ day, spans })).max(MOST_EXCEPTIONS),
    })
    .nullable(),
  mail: z.email('must be an e-mail address').nullable(),
})

/** When departments answer, and where their new tickets are told of. */
export function departmentRoutes(desk: Desk): readonly DeskRoute[] {
  return [
    {
      method: 'get',
      path: '/api/departments',
      async handle(_request, response) {
        response.send(200, { departments: await desk.departments() })
      },
    },
    {
      method: 'post',
      path: '/api/departments/:department',
      roles: ['supervisor', 'administrator'],
      async handle(request, response, signedIn, body) {
        const department = DESK_DEPARTMENTS.find(each => each === request.params.department)
        if (!department) {
          throw new RequestError(404, 'NoDepartment', `Departments are ${DESK_DEPARTMENTS.join(', ')}.`)
        }
        const { hours, mail } = parseBody(settingsSchema, body)
        await desk.setDepartment(deskPersonOf(signedIn), department, { hours, mail })
        response.send(200, { departments: await desk.departments() })
      },
    },
  ]
}
