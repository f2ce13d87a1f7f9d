import { randomUUID } from 'node:crypto'
import type { Clock, Log } from '../../../bot/ports.ts'
import { createRateLimit } from '../../rate-limit.ts'
import type { ClientAddress } from '../../website/client-address.ts'
import { takeOverAccount } from './accounts.ts'
import { record } from './audit-log.ts'
import type { Cookies } from './cookies.ts'
import type { DeskAddress } from './desk-address.ts'
import { messagePage } from './layout.ts'
import type { Organisation, Vouched } from './organisation.ts'
import type { PageAnswer, PageRoute } from './page-route.ts'
import type { OpenSession } from './session-opener.ts'
import type { AccountDatabase } from './steps.ts'
import { TEXTS } from './texts.ts'

const START = '/sign-in/organisation'
const RETURN = `${START}/return`

/** As long as somebody may take to sign in at the provider. */
const KEPT_SECONDS = 600

/** A whole office may come from one address in the morning; more than it would only fill the audit log. */
const RATE = { perMinute: 120, atOnce: 120 }

const FAILED: PageAnswer = {
  kind: 'page',
  page: messagePage(TEXTS.organisationFailedTitle, TEXTS.organisationFailed),
  status: 401,
}

/** Signing in by an account of the organisation: there, and back. */
export function organisationRoutes({
  organisation,
  database,
  openSession,
  cookies,
  addressOf,
  address,
  clock,
  log,
}: {
  readonly organisation: Organisation
  readonly database: AccountDatabase
  readonly openSession: OpenSession
  readonly cookies: Cookies
  readonly addressOf: ClientAddress
  readonly address: () => DeskAddress
  readonly clock: Clock
  readonly log: Log
}): readonly PageRoute[] {
  const rate = createRateLimit(RATE)
  const returnTo = () => new URL(`/desk${RETURN}`, address().origin)

  /** Nothing of a token or a person reaches the log: the library's errors carry both, but not in these. */
  async function refuse(error: unknown): Promise<PageAnswer> {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
    log.warn({ code, error: error instanceof Error ? error.message : '' }, 'sign-in by the organisation failed')
    await database.run(() => record({ actor: null, action: 'token-refused', detail: code }, clock()))
    return FAILED
  }

  return [
    {
      method: 'get',
      path: START,
      async handle(request, response) {
        rate.pass(addressOf(request))
        try {
          const { url, kept } = await organisation.start(returnTo().href)
          cookies.set(response, 'desk-organisation', kept, KEPT_SECONDS)
          return { kind: 'go-to', path: url.href }
        } catch (error) {
          return refuse(error)
        }
      },
    },
    {
      method: 'get',
      path: RETURN,
      async handle(request, response) {
        rate.pass(addressOf(request))
        const kept = cookies.read(request, 'desk-organisation')
        cookies.clear(response, 'desk-organisation')
        if (kept === undefined) return FAILED
        const returned = returnTo()
        returned.search = new URL(request.url ?? '', returned).search
        let vouched: Vouched
        try {
          vouched = await organisation.finish(returned, kept)
        } catch (error) {
          return refuse(error)
        }

        const account = await database.run(() => takeOverAccount(randomUUID(), vouched, clock()))
        if (!account || account.isDisabled || account.roles.length === 0) {
          const event = { actor: null, action: 'sign-in-failed', subject: account?.id ?? null } as const
          await database.run(() => record(event, clock()))
          return { kind: 'page', page: messagePage(TEXTS.noRoleTitle, TEXTS.noRole), status: 403 }
        }
        await openSession(request, response, account, 'organisation')
        return { kind: 'go-to', path: '/desk' }
      },
    },
  ]
}
