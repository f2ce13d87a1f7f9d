import { randomUUID } from 'node:crypto'
import type { Clock } from '../../../bot/ports.ts'
import { loginAndNameSchema } from './account.ts'
import { acceptFirst, acceptInvitation, findInvitation, type Invitation } from './invitations.ts'
import { hashOfKey } from './key.ts'
import { messagePage } from './layout.ts'
import type { PageAnswer, PageRoute } from './page-route.ts'
import { invitationPage, type Problems } from './pages.ts'
import type { PasswordHashing } from './password-hash.ts'
import { readNewPassword } from './read-new-password.ts'
import type { OpenSession } from './session-opener.ts'
import type { AccountDatabase } from './steps.ts'
import { TEXTS } from './texts.ts'

const VOID: PageAnswer = { kind: 'page', page: messagePage(TEXTS.voidTitle, TEXTS.void), status: 410 }

/** One-time links. Looking at one uses nothing up: mail programs and chats do so by themselves. */
export function invitationRoutes({
  database,
  hashing,
  openSession,
  clock,
}: {
  readonly database: AccountDatabase
  readonly hashing: PasswordHashing
  readonly openSession: OpenSession
  readonly clock: Clock
}): readonly PageRoute[] {
  const find = (key: string) => database.run(() => findInvitation(hashOfKey(key), clock()))

  return [
    {
      method: 'get',
      path: '/invitation',
      async handle(request) {
        const key = new URL(request.url ?? '', 'http://localhost').searchParams.get('key') ?? ''
        const invitation = await find(key)
        return invitation ? { kind: 'page', page: invitationPage({ invitation, key }) } : VOID
      },
    },
    {
      method: 'post',
      path: '/invitation',
      async handle(request, response, form) {
        const key = form.get('key') ?? ''
        const invitation = await find(key)
        if (!invitation) return VOID
        const { values, who, problems, password } = readForm(form, invitation)
        if (Object.keys(problems).length > 0) {
          return { kind: 'page', page: invitationPage({ invitation, key, values, problems }) }
        }

        const passwordHash = await hashing.hash(password)
        const hash = hashOfKey(key)
        const account = await database.run(() =>
          who
            ? acceptFirst(hash, randomUUID(), who, passwordHash, clock())
            : acceptInvitation(hash, passwordHash, clock()),
        )
        if (!account) return VOID
        await openSession(request, response, account, 'invitation')
        return { kind: 'go-to', path: '/desk' }
      },
    },
  ]
}

/** `who`: the first administrator, where the link creates one. */
function readForm(form: URLSearchParams, invitation: Invitation) {
  const values = { name: form.get('name') ?? '', login: form.get('login') ?? '' }
  if (invitation.kind === 'password') {
    const { login, name } = invitation.account
    return { values, who: undefined, ...readNewPassword(form, [login, name]) }
  }
  const read = loginAndNameSchema.safeParse(values)
  const wrong = new Set(read.error?.issues.map(issue => issue.path[0]))
  const { password, problems } = readNewPassword(form, [values.login, values.name])
  const all: Problems = {
    ...(wrong.has('name') && { name: TEXTS.badName }),
    ...(wrong.has('login') && { login: TEXTS.badLogin }),
    ...problems,
  }
  return { values, who: read.data, password, problems: all }
}
