import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Clock } from '../../../bot/ports.ts'
import { RequestError } from '../../request-error.ts'
import { record } from './audit-log.ts'
import { checkSameOrigin } from './check-same-origin.ts'
import type { Cookies } from './cookies.ts'
import type { DeskAddress } from './desk-address.ts'
import { hashOfKey } from './key.ts'
import { type Person, personOf } from './person.ts'
import type { Role } from './role.ts'
import { findSession, type SessionLife } from './sessions.ts'
import type { AccountDatabase } from './steps.ts'

/** Somebody with a session that is alive. */
export type SignedIn = {
  readonly person: Person
  /** Null for those who sign in through the organisation. */
  readonly login: string | null
  readonly sessionHash: string
  /** What requests that change something have to bring. */
  readonly csrf: string
  readonly idleEndsAt: Date
  readonly endsAt: Date
}

/** Tells who makes a request to the desk, and whether they may. */
export type Guard = {
  /** Throws `RequestError` 401 where nobody is signed in. `isUsed`: puts the session's idle end off. Default true. */
  readonly signedIn: (request: IncomingMessage, isUsed?: boolean) => Promise<SignedIn>
  /** As `signedIn`, for a WebSocket: pages of other addresses get 403. */
  readonly signedInSocket: (request: IncomingMessage) => Promise<SignedIn>
  /** Throws `RequestError` 403, and keeps account of it, unless the person has one of the roles. */
  readonly requireRole: (signedIn: SignedIn, roles: readonly Role[]) => Promise<void>
  /** Throws `RequestError` 403 unless one of our pages, open in this session, makes the request. `csrf`: as it was sent. */
  readonly checkWrite: (request: IncomingMessage, signedIn: SignedIn, csrf: string | undefined) => void
  /**
   * Calls back once, within half a minute after the session has ended in any way. Gives a function that stops looking. Does
   * not put the session's end off.
   */
  readonly onEnd: (signedIn: SignedIn, ended: () => void) => () => void
}

/** S13: an ended session ends its sockets within 60 s. */
const LOOK_MS = 20_000

export function createGuard({
  database,
  cookies,
  address,
  clock,
  life,
  lookMs = LOOK_MS,
}: {
  readonly database: AccountDatabase
  readonly cookies: Cookies
  readonly address: () => DeskAddress
  readonly clock: Clock
  readonly life: SessionLife
  readonly lookMs?: number
}): Guard {
  async function signedIn(request: IncomingMessage, isUsed = true): Promise<SignedIn> {
    const key = cookies.read(request, 'desk')
    const session = key && (await database.run(() => findSession(hashOfKey(key), isUsed, life, clock())))
    if (!session) throw new RequestError(401, 'NotSignedIn', 'Sign in at /desk/sign-in first.')
    const { account, hash: sessionHash, idleEndsAt, endsAt } = session
    return { person: personOf(account), login: account.login, sessionHash, csrf: csrfOf(key), idleEndsAt, endsAt }
  }

  return {
    signedIn,
    async signedInSocket(request) {
      checkSameOrigin(request, address().origins)
      return signedIn(request)
    },
    async requireRole({ person }, roles) {
      if (roles.some(role => person.roles.includes(role))) return
      const detail = `needs ${roles.join(' or ')}`
      await database.run(() => record({ actor: person.accountId, action: 'access-refused', detail }, clock()))
      throw new RequestError(
        403,
        'RoleMissing',
        `This needs the role ${roles.join(' or ')}. Ask an administrator for it.`,
      )
    },
    checkWrite(request, { csrf: expected }, csrf) {
      checkSameOrigin(request, address().origins)
      if (csrf !== undefined && isSame(csrf, expected)) return
      throw new RequestError(403, 'CsrfMissing', 'The token of this page is missing or old. Load the page again.')
    },
    onEnd({ sessionHash }, ended) {
      let isStopped = false
      const stop = () => {
        isStopped = true
        clearInterval(timer)
      }
      const look = async () => {
        const session = await database.run(() => findSession(sessionHash, false, life, clock()))
        if (session || isStopped) return
        stop()
        ended()
      }
      // A database that is away for a moment ends nobody's session: the next look tells.
      const timer = setInterval(() => look().catch(() => undefined), lookMs)
      timer.unref()
      return stop
    },
  }
}

/** Follows from the session's key, which no page can read; the key does not follow from it. */
function csrfOf(key: string): string {
  return createHmac('sha256', key).update('csrf').digest('base64url')
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
