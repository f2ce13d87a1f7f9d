import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Log } from '../../../bot/ports.ts'
import { colourSheet } from '../../colours.ts'
import type { Config } from '../../config.ts'
import type { Route } from '../../server.ts'
import { createClientAddress } from '../../website/client-address.ts'
import { accountEndpoints } from './account-endpoints.ts'
import { accountPageRoutes } from './account-page-routes.ts'
import { createCookies } from './cookies.ts'
import { deskAddress } from './desk-address.ts'
import { type DeskRoute, guarded } from './desk-route.ts'
import { createGuard, type Guard } from './guard.ts'
import { makeInvitationLink } from './invitation-link.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { inviteFirst } from './invitations.ts'
import { createOrganisation } from './organisation.ts'
import { organisationRoutes } from './organisation-routes.ts'
import { pageRoute } from './page-route.ts'
import { createPasswordHashing } from './password-hash.ts'
import { createSessionOpener } from './session-opener.ts'
import { createSignIn } from './sign-in.ts'
import { signInRoutes } from './sign-in-routes.ts'
import type { AccountDatabase } from './steps.ts'

/** Who works at the desk: signing in and out, sessions, accounts, the audit log. */
export type DeskAccounts = {
  readonly guard: Guard
  readonly routes: readonly Route[]
  /** Puts the guard before other endpoints of the desk. */
  readonly guarded: (route: DeskRoute) => Route
  /** A new one-time link that creates the first administrator; nothing once there are accounts, or where nobody may sign in. */
  readonly inviteFirst: () => Promise<string | undefined>
}

/** `listensAt` gives the address once it is known. */
export function createDeskAccounts({
  config,
  database,
  clock,
  log,
  listensAt,
}: {
  readonly config: Config
  readonly database: AccountDatabase
  readonly clock: Clock
  readonly log: Log
  readonly listensAt: () => string
}): DeskAccounts {
  const { life, invitationMs, signInAttempts: attempts } = config.desk
  const address = () => deskAddress(config.publicUrl ?? listensAt())
  const cookies = createCookies(address)
  const guard = createGuard({ database, cookies, address, clock, life })
  const hashing = createPasswordHashing()
  const signIn = createSignIn({ database, hashing, clock, attempts })
  const openSession = createSessionOpener({ database, cookies, clock, life })
  const addressOf = createClientAddress(config.trustedProxies)
  const put = (route: DeskRoute) => guarded(route, guard, address)
  const organisation = config.organisation && createOrganisation(config.organisation)
  const pages = [
    ...signInRoutes({
      database,
      signIn,
      openSession,
      guard,
      cookies,
      addressOf,
      clock,
      byOrganisation: organisation !== undefined,
    }),
    ...invitationRoutes({ database, hashing, openSession, clock }),
    ...(organisation
      ? organisationRoutes({ organisation, database, openSession, cookies, addressOf, address, clock, log })
      : []),
    ...accountPageRoutes({ database, hashing, signIn, guard, addressOf, clock }),
  ]

  return {
    guard,
    guarded: put,
    routes: [
      ...pages.map(page => pageRoute(page, address, log)),
      ...accountEndpoints({ database, address, clock, invitationMs }).map(put),
      styleRoute(),
    ],
    async inviteFirst() {
      const { kind, origin } = address()
      if (kind === 'insecure') {
        log.warn({ origin }, 'nobody can sign in at the desk over plain http: set PUBLIC_URL to its https address')
        return undefined
      }
      const { link, hash } = makeInvitationLink(origin)
      const now = clock()
      const isFirst = await database.run(() => inviteFirst(hash, new Date(now.getTime() + invitationMs), now))
      return isFirst ? link : undefined
    },
  }
}

function styleRoute(): Route {
  const style = colourSheet() + readFileSync(join(import.meta.dirname, 'sign-in.css'), 'utf8')
  return {
    method: 'get',
    path: '/desk/sign-in.css',
    isAlwaysServed: true,
    async handle(_request, response) {
      response.sendRaw(200, style, { 'Content-Type': 'text/css; charset=utf-8', 'X-Content-Type-Options': 'nosniff' })
    },
  }
}
