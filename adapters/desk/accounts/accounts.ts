import { type Account, type AccountChange, type NewAccount, readAccount } from './account.ts'
import { holdAudit, record } from './audit-log.ts'
import { query, type Steps } from './steps.ts'

/** How the audit log names the organisation's sign-in. */
const BY_ORGANISATION = 'organisation'

/** All accounts, by name. */
export function* listAccounts(): Steps<readonly Account[]> {
  return (yield* query('SELECT * FROM account ORDER BY name, id')).map(readAccount)
}

export function* findAccount(id: string): Steps<Account | undefined> {
  return (yield* query('SELECT * FROM account WHERE id = $1', id)).map(readAccount)[0]
}

/** The account that is signed in to with this login, with the hash of its password. */
export function* findLogin(
  login: string,
): Steps<{ readonly account: Account; readonly passwordHash: string | null } | undefined> {
  const [row] = yield* query('SELECT * FROM account WHERE login = $1', login)
  return (
    row && { account: readAccount(row), passwordHash: row.password_hash === null ? null : String(row.password_hash) }
  )
}

/** Adds an account, without a password. `by`: who does it, as the audit log names it. */
export function* addAccount(
  id: string,
  { login, name, roles, departments }: NewAccount,
  by: string,
  now: Date,
): Steps<'added' | 'login-taken'> {
  yield* holdAudit()
  const added = yield* query(
    `INSERT INTO account (id, login, name, roles, departments, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING id`,
    ...[id, login, name, JSON.stringify(roles), JSON.stringify(departments), now],
  )
  if (added.length === 0) return 'login-taken'
  yield* record({ actor: by, action: 'account-added', subject: id, detail: rightsOf({ roles, departments }) }, now)
  return 'added'
}

/**
 * Changes an account, and ends its sessions where what it may do has changed. Somebody must stay who can manage accounts:
 * the last administrator is neither disabled nor given other roles.
 */
export function* changeAccount(
  id: string,
  change: AccountChange,
  by: string,
  now: Date,
): Steps<'changed' | 'unknown' | 'last-administrator'> {
  yield* holdAudit()
  const accounts = yield* listAccounts()
  const before = accounts.find(account => account.id === id)
  if (!before) return 'unknown'
  const after: Account = {
    ...before,
    name: change.name ?? before.name,
    roles: change.roles ?? before.roles,
    departments: change.departments ?? before.departments,
    isDisabled: change.isDisabled ?? before.isDisabled,
  }
  if (isAdministrator(before) && !accounts.map(one => (one.id === id ? after : one)).some(isAdministrator)) {
    return 'last-administrator'
  }

  yield* writeAccount(before, after, by, now)
  return 'changed'
}

/**
 * Lets in whom the organisation vouches for: makes an account at the first time, and takes over name and roles, which the
 * organisation decides alone. Without a role none is made. `subject`: who it is, for ever; `id`: of a new account.
 */
export function* takeOverAccount(
  id: string,
  { subject, name, roles }: { readonly subject: string } & Pick<NewAccount, 'name' | 'roles'>,
  now: Date,
): Steps<Account | undefined> {
  yield* holdAudit()
  const [before] = (yield* query('SELECT * FROM account WHERE subject = $1', subject)).map(readAccount)
  if (before) {
    const after = { ...before, name, roles }
    const isSame = before.name === name && rightsOf(before) === rightsOf(after)
    if (!isSame) yield* writeAccount(before, after, BY_ORGANISATION, now)
    return after
  }
  if (roles.length === 0) return undefined
  yield* query(
    'INSERT INTO account (id, subject, name, roles, departments, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
    ...[id, subject, name, JSON.stringify(roles), '[]', now],
  )
  const detail = rightsOf({ roles, departments: [] })
  yield* record({ actor: BY_ORGANISATION, action: 'account-added', subject: id, detail }, now)
  return yield* findAccount(id)
}

/** Ends the account's sessions where what it may do has changed. */
function* writeAccount(before: Account, after: Account, by: string, now: Date): Steps<void> {
  const { id } = before
  yield* query(
    'UPDATE account SET name = $1, roles = $2, departments = $3, is_disabled = $4 WHERE id = $5',
    ...[after.name, JSON.stringify(after.roles), JSON.stringify(after.departments), after.isDisabled, id],
  )
  if (rightsOf(before) !== rightsOf(after)) yield* query('DELETE FROM session WHERE account_id = $1', id)
  const detail = `${rightsOf(before)} -> ${rightsOf(after)}`
  yield* record({ actor: by, action: 'account-changed', subject: id, detail }, now)
}

/** Keeps a new hash of the same password, unless another password was set meanwhile. */
export function* rehash(id: string, kept: string, anew: string): Steps<void> {
  yield* query('UPDATE account SET password_hash = $1 WHERE id = $2 AND password_hash = $3', anew, id, kept)
}

/** Sets the account's password and ends its sessions, but for the one with the hash `except`. */
export function* setPassword(id: string, passwordHash: string, except: string | null, now: Date): Steps<void> {
  yield* holdAudit()
  yield* query('UPDATE account SET password_hash = $1 WHERE id = $2', passwordHash, id)
  yield* query('DELETE FROM session WHERE account_id = $1 AND hash <> $2', id, except ?? '')
  yield* record({ actor: id, action: 'password-set', subject: id }, now)
}

function isAdministrator({ roles, isDisabled }: Account): boolean {
  return !isDisabled && roles.includes('administrator')
}

/** What an account may do, as the audit log says it. */
function rightsOf({
  roles,
  departments,
  isDisabled = false,
}: Pick<NewAccount, 'roles' | 'departments'> & { readonly isDisabled?: boolean }): string {
  return [
    roles.join(', ') || 'no role',
    departments.join(', ') || 'no department',
    ...(isDisabled ? ['disabled'] : []),
  ].join('; ')
}
