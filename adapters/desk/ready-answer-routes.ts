import { z } from 'zod'
import type { Clock, Knowledge } from '../../bot/ports.ts'
import { MAX_CHARACTERS } from '../../dialogs/decide.ts'
import { RequestError } from '../request-error.ts'
import type { DeskRoute } from './accounts/desk-route.ts'
import type { AccountDatabase } from './accounts/steps.ts'
import { findAnswers } from './find-answers.ts'
import { parseBody } from './parse-body.ts'
import { keepReadyAnswer, listReadyAnswers, MOST_READY_ANSWERS, removeReadyAnswer } from './ready-answers.ts'
import { WORKING_ROLES } from './wire.ts'

const questionSchema = z.strictObject({ text: z.string().trim().min(1, 'must not be empty').max(MAX_CHARACTERS) })
const ownSchema = z.strictObject({
  id: z.uuid(),
  title: z.string().trim().min(1, 'must not be empty').max(80),
  text: z.string().trim().min(1, 'must not be empty').max(MAX_CHARACTERS),
})

/** Texts that a clerk puts into a message: their own, and what the knowledge base says. */
export function readyAnswerRoutes({
  database,
  knowledge,
  clock,
}: {
  readonly database: AccountDatabase
  readonly knowledge: Knowledge
  readonly clock: Clock
}): readonly DeskRoute[] {
  const list = (accountId: string) => database.run(() => listReadyAnswers(accountId))

  return [
    {
      method: 'post',
      path: '/api/answers',
      roles: WORKING_ROLES,
      async handle(_request, response, _signedIn, body) {
        const { text } = parseBody(questionSchema, body)
        response.send(200, { answers: findAnswers(text, knowledge(), clock()) })
      },
    },
    {
      method: 'get',
      path: '/api/ready-answers',
      roles: WORKING_ROLES,
      async handle(_request, response, { person }) {
        response.send(200, { answers: await list(person.accountId) })
      },
    },
    {
      method: 'post',
      path: '/api/ready-answers',
      roles: WORKING_ROLES,
      async handle(_request, response, { person }, body) {
        const answer = parseBody(ownSchema, body)
        if (!(await database.run(() => keepReadyAnswer(person.accountId, answer)))) {
          throw new RequestError(
            409,
            'TooManyReadyAnswers',
            `There are ${MOST_READY_ANSWERS} already. Remove one first.`,
          )
        }
        response.send(200, { answers: await list(person.accountId) })
      },
    },
    {
      method: 'post',
      path: '/api/ready-answers/:id/remove',
      roles: WORKING_ROLES,
      async handle(request, response, { person }) {
        await database.run(() => removeReadyAnswer(person.accountId, String(request.params.id)))
        response.send(200, { answers: await list(person.accountId) })
      },
    },
  ]
}
