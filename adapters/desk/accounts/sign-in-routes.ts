import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../../../bot/ports.ts'
import type { ClientAddress } from '../../website/client-address.ts'
import type { Cookies } from './cookies.ts'
import type { Guard } from './guard.ts'
import { hashOfKey } from './key.ts'
import { messagePage } from './layout.ts'
import type { PageAnswer, PageRoute } from './page-route.ts'
import { signInPage } from './pages.ts'
import type { OpenSession } from './session-opener.ts'
import { endSession } from './sessions.ts'
import type { SignIn } from './sign-in.ts'
import type { AccountDatabase } from './steps.ts'
import { TEXTS } from './texts.ts'

const MINUTE_SECONDS = 60

/** Signing in with a password, and out. */
export function signInRoutes({
  database,
  signIn,
  openSession,
  guard,
  cookies,
  addressOf,
  clock,
  byOrganisation,
}: {
  readonly database: AccountDatabase
  readonly signIn: SignIn
  readonly openSession: OpenSession
  readonly guard: Guard
  readonly cookies: Cookies
  readonly addressOf: ClientAddress
  readonly clock: Clock
  /** Whether people may also sign in through the organisation. */
  readonly byOrganisation: boolean
}): readonly PageRoute[] {
  async function enter(request: IncomingMessage, response: ServerResponse, form: URLSearchParams): Promise<PageAnswer> {
    const login = form.get('login') ?? ''
    const outcome = await signIn(login, form.get('password') ?? '', addressOf(request))
    const again = (alert: string, status: number): PageAnswer => ({
      kind: 'page',
      page: signInPage({ byOrganisation, login, alert }),
      status,
    })
    switch (outcome.kind) {
      case 'refused':
        return again(TEXTS.refused, 401)
      case 'too-often':
        response.setHeader('Retry-After', String(outcome.seconds))
        return again(TEXTS.tooOften(Math.ceil(outcome.seconds / MINUTE_SECONDS)), 429)
      case 'busy':
        return again(TEXTS.busy, 503)
      case 'signed-in':
        if (outcome.account.roles.length === 0) {
          return { kind: 'page', page: messagePage(TEXTS.noRoleTitle, TEXTS.noRole), status: 403 }
        }
        await openSession(request, response, outcome.account, 'password')
        return { kind: 'go-to', path: '/desk' }
    }
  }

  return [
    {
      method: 'get',
      path: '/sign-in',
      async handle(request) {
        const query = new URL(request.url ?? '', 'http://localhost').searchParams
        const notice = query.has('expired') ? TEXTS.expired : query.has('out') ? TEXTS.signedOut : undefined
        return { kind: 'page', page: signInPage({ byOrganisation, notice }) }
      },
    },
    { method: 'post', path: '/sign-in', handle: enter },
    {
      method: 'post',
      path: '/sign-out',
      async handle(request, response, form) {
        guard.checkWrite(request, await guard.signedIn(request), form.get('csrf') ?? undefined)
        const key = cookies.read(request, 'desk') ?? ''
        await database.run(() => endSession(hashOfKey(key), clock()))
        cookies.clear(response, 'desk')
        return { kind: 'go-to', path: '/desk/sign-in?out' }
      },
    },
  ]
}
