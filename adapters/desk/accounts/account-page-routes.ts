import type { Clock } from '../../../bot/ports.ts'
import type { ClientAddress } from '../../website/client-address.ts'
import { setPassword } from './accounts.ts'
import type { Guard } from './guard.ts'
import type { PageRoute } from './page-route.ts'
import { accountPage } from './pages.ts'
import type { PasswordHashing } from './password-hash.ts'
import { readNewPassword } from './read-new-password.ts'
import type { SignIn } from './sign-in.ts'
import type { AccountDatabase } from './steps.ts'
import { TEXTS } from './texts.ts'

/** Who is signed in, and the change of one's own password. */
export function accountPageRoutes({
  database,
  hashing,
  signIn,
  guard,
  addressOf,
  clock,
}: {
  readonly database: AccountDatabase
  readonly hashing: PasswordHashing
  readonly signIn: SignIn
  readonly guard: Guard
  readonly addressOf: ClientAddress
  readonly clock: Clock
}): readonly PageRoute[] {
  return [
    {
      method: 'get',
      path: '/account',
      async handle(request) {
        const isChanged = new URL(request.url ?? '', 'http://localhost').searchParams.has('changed')
        return { kind: 'page', page: accountPage(await guard.signedIn(request), { isChanged }) }
      },
    },
    {
      method: 'post',
      path: '/account',
      async handle(request, _response, form) {
        const signedIn = await guard.signedIn(request)
        guard.checkWrite(request, signedIn, form.get('csrf') ?? undefined)
        const { person, login, sessionHash } = signedIn
        if (login === null) return { kind: 'page', page: accountPage(signedIn), status: 409 }
        const { password, problems } = readNewPassword(form, [login, person.name])
        if (Object.keys(problems).length > 0) return { kind: 'page', page: accountPage(signedIn, { problems }) }
        // As guessable as at the sign-in, for whoever finds an open desk.
        const { kind } = await signIn(login, form.get('old') ?? '', addressOf(request))
        if (kind !== 'signed-in') {
          const old = kind === 'refused' ? TEXTS.wrongOldPassword : TEXTS.busy
          return { kind: 'page', page: accountPage(signedIn, { problems: { old } }) }
        }

        const passwordHash = await hashing.hash(password)
        await database.run(() => setPassword(person.accountId, passwordHash, sessionHash, clock()))
        return { kind: 'go-to', path: '/desk/account?changed' }
      },
    },
  ]
}
