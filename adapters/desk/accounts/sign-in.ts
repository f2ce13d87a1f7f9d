import type { Clock } from '../../../bot/ports.ts'
import { fold } from '../../../knowledge/polish/fold.ts'
import { createRateLimit } from '../../rate-limit.ts'
import { RequestError } from '../../request-error.ts'
import type { Account } from './account.ts'
import { findLogin, rehash } from './accounts.ts'
import { record } from './audit-log.ts'
import { HashingBusyError, type PasswordHashing } from './password-hash.ts'
import type { AccountDatabase } from './steps.ts'

/** Every way an attempt to sign in with a password can end. */
export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly account: Account }
  /** Whether the login or the password is wrong, or the account disabled, is not told. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'too-often'; readonly seconds: number }
  | { readonly kind: 'busy' }

export type SignIn = (login: string, password: string, from: string) => Promise<SignInOutcome>

/** An office behind one address has more people than a person has tries. */
const PEOPLE_BEHIND_ONE_ADDRESS = 10

const QUARTER_MINUTES = 15

/** `attempts`: in a quarter of an hour, for one login from one address. */
export function createSignIn({
  database,
  hashing,
  clock,
  attempts,
}: {
  readonly database: AccountDatabase
  readonly hashing: PasswordHashing
  readonly clock: Clock
  readonly attempts: number
}): SignIn {
  const rate = (atOnce: number) => createRateLimit({ perMinute: atOnce / QUARTER_MINUTES, atOnce })
  const ofLogin = rate(attempts)
  const ofAddress = rate(attempts * PEOPLE_BEHIND_ONE_ADDRESS)

  async function check(login: string, password: string): Promise<SignInOutcome> {
    const found = await database.run(() => findLogin(login))
    const isRight = await hashing.verify(password, found?.passwordHash ?? null)
    if (!isRight || !found || found.account.isDisabled) {
      // What was typed may be a password in the wrong field: only an account's own id is kept.
      const subject = found?.account.id ?? null
      await database.run(() => record({ actor: null, action: 'sign-in-failed', subject }, clock()))
      return { kind: 'refused' }
    }
    const { account, passwordHash: kept } = found
    if (kept !== null && hashing.isOld(kept)) {
      const anew = await hashing.hash(password)
      await database.run(() => rehash(account.id, kept, anew))
    }
    return { kind: 'signed-in', account }
  }

  return async (login, password, from) => {
    const typed = fold(login.trim())
    try {
      ofAddress.pass(from)
      ofLogin.pass(`${typed} ${from}`)
      return await check(typed, password)
    } catch (error) {
      if (error instanceof HashingBusyError) return { kind: 'busy' }
      if (!(error instanceof RequestError) || error.status !== 429) throw error
      return { kind: 'too-often', seconds: error.retryAfterSeconds ?? 60 }
    }
  }
}
