import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Clock } from '../../../bot/ports.ts'
import { RequestError } from '../../request-error.ts'
import { accountChangeSchema, newAccountSchema } from './account.ts'
import { addAccount, changeAccount, findAccount, listAccounts } from './accounts.ts'
import { readAudit } from './audit-log.ts'
import type { DeskAddress } from './desk-address.ts'
import type { DeskRoute } from './desk-route.ts'
import { makeInvitationLink } from './invitation-link.ts'
import { invite } from './invitations.ts'
import type { AccountDatabase } from './steps.ts'

const MOST_ENTRIES = 200
const NEWEST = 2 ** 31 - 1

/** JSON for the desk's pages: the own session, accounts for administrators, the audit log for auditors. */
export function accountEndpoints({
  database,
  address,
  clock,
  invitationMs,
}: {
  readonly database: AccountDatabase
  readonly address: () => DeskAddress
  readonly clock: Clock
  readonly invitationMs: number
}): readonly DeskRoute[] {
  const expiry = (now: Date) => new Date(now.getTime() + invitationMs)

  return [
    {
      method: 'get',
      path: '/api/session',
      isUse: false,
      async handle(_request, response, { person, csrf, idleEndsAt, endsAt }) {
        response.send(200, { person, csrf, idleEndsAt, endsAt })
      },
    },
    {
      method: 'post',
      path: '/api/session',
      async handle(_request, response, { idleEndsAt, endsAt }) {
        response.send(200, { idleEndsAt, endsAt })
      },
    },
    {
      method: 'get',
      path: '/api/accounts',
      roles: ['administrator'],
      async handle(_request, response) {
        response.send(200, { accounts: await database.run(listAccounts) })
      },
    },
    {
      method: 'post',
      path: '/api/accounts',
      roles: ['administrator'],
      async handle(_request, response, { person }, body) {
        const account = parse(newAccountSchema, body)
        const id = randomUUID()
        const { link, hash } = makeInvitationLink(address().origin)
        const now = clock()
        const added = await database.run(function* () {
          const outcome = yield* addAccount(id, account, person.accountId, now)
          if (outcome === 'added') yield* invite(id, hash, expiry(now), person.accountId, now)
          return outcome
        })
        if (added === 'login-taken') {
          throw new RequestError(
            409,
            'LoginTaken',
            `There is an account "${account.login}" already. Choose another login.`,
          )
        }
        response.send(201, { account: await database.run(() => findAccount(id)), invitation: link })
      },
    },
    {
      method: 'post',
      path: '/api/accounts/:id',
      roles: ['administrator'],
      async handle(request, response, { person }, body) {
        const id = String(request.params.id)
        const outcome = await database.run(() =>
          changeAccount(id, parse(accountChangeSchema, body), person.accountId, clock()),
        )
        if (outcome === 'unknown') throw noAccount()
        if (outcome === 'last-administrator') {
          throw new RequestError(409, 'LastAdministrator', 'Make somebody else an administrator first.')
        }
        response.send(200, { account: await database.run(() => findAccount(id)) })
      },
    },
    {
      method: 'post',
      path: '/api/accounts/:id/invitation',
      roles: ['administrator'],
      async handle(request, response, { person }) {
        const { link, hash } = makeInvitationLink(address().origin)
        const now = clock()
        const id = String(request.params.id)
        if (!(await database.run(() => invite(id, hash, expiry(now), person.accountId, now)))) throw noAccount()
        response.send(201, { invitation: link })
      },
    },
    {
      method: 'get',
      path: '/api/audit',
      roles: ['administrator', 'auditor'],
      async handle(request, response) {
        const before = new URL(request.url ?? '', 'http://localhost').searchParams.get('before') ?? String(NEWEST)
        if (!/^\d{1,9}$/.test(before) && before !== String(NEWEST)) {
          throw new RequestError(400, 'BadNumber', 'before must be the number of an entry.')
        }
        response.send(200, { entries: await database.run(() => readAudit(Number(before), MOST_ENTRIES)) })
      },
    },
  ]
}

function noAccount(): RequestError {
  return new RequestError(404, 'NoAccount', 'There is no such account, or it has no login.')
}

/** Throws `RequestError` 400 that lists everything to mend. */
function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the body'}: ${message}`)
  throw new RequestError(400, 'BadAccount', problems.join('; '))
}
