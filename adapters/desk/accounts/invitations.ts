import type { Account, NewAccount } from './account.ts'
import { addAccount, findAccount, setPassword } from './accounts.ts'
import { holdAudit, record } from './audit-log.ts'
import { query, type Steps } from './steps.ts'

/** What a one-time link is for. */
export type Invitation =
  | { readonly kind: 'first-administrator' }
  | { readonly kind: 'password'; readonly account: Account & { readonly login: string } }

/** Lets whoever has the key create the first administrator; says no where there are accounts already. */
export function* inviteFirst(hash: string, expiresAt: Date, now: Date): Steps<boolean> {
  if (!(yield* isEmpty())) return false
  yield* forgetExpired(now)
  yield* query('INSERT INTO invitation (hash, account_id, expires_at) VALUES ($1, NULL, $2)', hash, expiresAt)
  return true
}

/**
 * Lets whoever has the key set the account's password. Until then it has none, is signed in nowhere, and older links are void.
 * Says no where there is no such account, or it has no login.
 */
export function* invite(id: string, hash: string, expiresAt: Date, by: string, now: Date): Steps<boolean> {
  yield* holdAudit()
  const [found] = yield* query(
    'UPDATE account SET password_hash = NULL WHERE id = $1 AND login IS NOT NULL RETURNING id',
    id,
  )
  if (!found) return false
  yield* forgetExpired(now)
  yield* query('DELETE FROM session WHERE account_id = $1', id)
  yield* query('DELETE FROM invitation WHERE account_id = $1', id)
  yield* query('INSERT INTO invitation (hash, account_id, expires_at) VALUES ($1, $2, $3)', hash, id, expiresAt)
  yield* record({ actor: by, action: 'invited', subject: id }, now)
  return true
}

/** What the link is for, or nothing where it was used, has expired, or is none. */
export function* findInvitation(hash: string, now: Date): Steps<Invitation | undefined> {
  const [row] = yield* query('SELECT account_id FROM invitation WHERE hash = $1 AND expires_at > $2', hash, now)
  if (!row) return undefined
  if (row.account_id === null) return (yield* isEmpty()) ? { kind: 'first-administrator' } : undefined
  const account = yield* findAccount(String(row.account_id))
  if (!account || account.login === null || account.isDisabled) return undefined
  return { kind: 'password', account: { ...account, login: account.login } }
}

/** Sets the password that the link is for, and uses it up. Gives the account, or nothing where the link is void. */
export function* acceptInvitation(hash: string, passwordHash: string, now: Date): Steps<Account | undefined> {
  yield* holdAudit()
  const invitation = yield* findInvitation(hash, now)
  if (invitation?.kind !== 'password') return undefined
  const { account } = invitation
  yield* query('DELETE FROM invitation WHERE hash = $1', hash)
  yield* setPassword(account.id, passwordHash, null, now)
  return account
}

/** Creates the first administrator and makes every such link void. Gives nothing where the link is void already. */
export function* acceptFirst(
  hash: string,
  id: string,
  administrator: Pick<NewAccount, 'login' | 'name'>,
  passwordHash: string,
  now: Date,
): Steps<Account | undefined> {
  yield* holdAudit()
  const invitation = yield* findInvitation(hash, now)
  if (invitation?.kind !== 'first-administrator') return undefined
  yield* query('DELETE FROM invitation WHERE account_id IS NULL')
  yield* addAccount(id, { ...administrator, roles: ['administrator'], departments: [] }, id, now)
  yield* setPassword(id, passwordHash, null, now)
  return yield* findAccount(id)
}

function* isEmpty(): Steps<boolean> {
  return (yield* query('SELECT id FROM account LIMIT 1')).length === 0
}

function* forgetExpired(now: Date): Steps<void> {
  yield* query('DELETE FROM invitation WHERE expires_at <= $1', now)
}
