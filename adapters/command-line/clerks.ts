import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ConfigError, readConfig } from '../config.ts'
import { type Account, DESK_DEPARTMENTS, newAccountSchema } from '../desk/accounts/account.ts'
import { addAccount, changeAccount, findLogin, listAccounts } from '../desk/accounts/accounts.ts'
import { checkAudit } from '../desk/accounts/audit-log.ts'
import { deskAddress } from '../desk/accounts/desk-address.ts'
import { makeInvitationLink } from '../desk/accounts/invitation-link.ts'
import { invite } from '../desk/accounts/invitations.ts'
import { ROLES } from '../desk/accounts/role.ts'
import { openAccounts } from '../storage/open-accounts.ts'
import { StoreError } from '../storage/store-error.ts'

const USAGE = `Usage:
  npm run clerks -- add LOGIN --name "NAME" [--roles ROLE,…] [--departments DEPARTMENT,…]
                                     a new account, with a one-time link that sets its password; default role clerk
  npm run clerks -- list             all accounts
  npm run clerks -- disable LOGIN    signs out at once and lets nobody in; enable LOGIN undoes it
  npm run clerks -- reset LOGIN      takes the password away and gives a one-time link that sets a new one
  npm run clerks -- audit            tells whether the audit log is whole; keep its last hash elsewhere to compare
Roles: ${ROLES.join(', ')}. Departments: ${DESK_DEPARTMENTS.join(', ')}.`

/** How the audit log names whoever has the machine. */
const BY = 'command'

/** The command cannot do what it was asked; the message says what to do. */
class CommandError extends Error {}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    name: { type: 'string' },
    roles: { type: 'string', default: 'clerk' },
    departments: { type: 'string', default: '' },
  },
})

try {
  process.exitCode = await run(positionals)
} catch (error) {
  if (![CommandError, ConfigError, StoreError].some(kind => error instanceof kind)) throw error
  process.stderr.write(`${error instanceof Error ? error.message : ''}\n`)
  process.exitCode = 1
}

/** Gives the exit status. */
async function run([command = '', login = '', ...more]: readonly string[]): Promise<number> {
  const isAboutOne = ['add', 'disable', 'enable', 'reset'].includes(command)
  const isKnown = isAboutOne || ['list', 'audit'].includes(command)
  if (!isKnown || more.length > 0 || isAboutOne !== (login !== '')) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const config = readConfig(process.env)
  const database = await openAccounts(config)
  const now = new Date()

  try {
    switch (command) {
      case 'add':
        return await add()
      case 'list':
        return await list()
      case 'reset':
        return await printLink((await find()).id)
      case 'audit':
        return await audit()
      default:
        return await change(command === 'disable')
    }
  } finally {
    await database.close()
  }

  async function find(): Promise<Account> {
    const found = await database.run(() => findLogin(login.toLowerCase()))
    if (!found) throw new CommandError(`There is no account "${login}". See: npm run clerks -- list`)
    return found.account
  }

  async function add(): Promise<number> {
    const split = (text: string) => text.split(/[\s,]+/).filter(Boolean)
    const told = { login, name: values.name ?? '', roles: split(values.roles), departments: split(values.departments) }
    const account = newAccountSchema.safeParse(told)
    if (!account.success) throw new CommandError(`${z.prettifyError(account.error)}\n\n${USAGE}`)
    const id = randomUUID()
    const outcome = await database.run(() => addAccount(id, account.data, BY, now))
    if (outcome === 'login-taken')
      throw new CommandError(`There is an account "${login}" already. Choose another login.`)
    return printLink(id)
  }

  async function list(): Promise<number> {
    for (const { login, name, roles, departments, isDisabled, hasPassword } of await database.run(listAccounts)) {
      const state = isDisabled ? 'disabled' : login !== null && !hasPassword ? 'invited' : 'active'
      const may = `${roles.join(', ') || 'no role'}; ${departments.join(', ') || 'no department'}`
      process.stdout.write(`${login ?? '(organisation)'}  ${name}  ${state}  ${may}\n`)
    }
    return 0
  }

  async function change(isDisabled: boolean): Promise<number> {
    const { id } = await find()
    const outcome = await database.run(() => changeAccount(id, { isDisabled }, BY, now))
    if (outcome === 'last-administrator') {
      throw new CommandError(`"${login}" is the last administrator. Make somebody else one first.`)
    }
    process.stdout.write(`${login} is ${isDisabled ? 'disabled and signed out' : 'enabled'}.\n`)
    return 0
  }

  async function printLink(id: string): Promise<number> {
    const { link, hash } = makeInvitationLink(
      deskAddress(config.publicUrl ?? `http://${config.host}:${config.port}`).origin,
    )
    const expiresAt = new Date(now.getTime() + config.desk.invitationMs)
    await database.run(() => invite(id, hash, expiresAt, BY, now))
    process.stdout.write(
      `Give ${login} this link. It sets the password, once, until ${expiresAt.toISOString()}:\n  ${link}\n`,
    )
    return 0
  }

  async function audit(): Promise<number> {
    const check = await database.run(checkAudit)
    if (check.kind === 'whole') process.stdout.write(`${check.entries} entries, whole. Last hash: ${check.hash}\n`)
    else process.stderr.write(`The audit log was changed at entry ${check.number}, or one is missing before it.\n`)
    return check.kind === 'whole' ? 0 : 1
  }
}
