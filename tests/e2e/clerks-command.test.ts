import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { findInvitation } from '../../adapters/desk/accounts/invitations.ts'
import { hashOfKey } from '../../adapters/desk/accounts/key.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { COMPILE_CACHE } from '../setup/compile-cache.ts'
import { temporaryFolder } from '../setup/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')

let dataDir = ''

beforeAll(() => {
  dataDir = temporaryFolder()
})

function clerks(...args: readonly string[]): SpawnSyncReturns<string> {
  const program = ['--disable-warning=ExperimentalWarning', 'adapters/command-line/clerks.ts', ...args]
  const env = { PATH: process.env.PATH, DATA_DIR: dataDir, PUBLIC_URL: 'https://asystent.example.pl', ...COMPILE_CACHE }
  return spawnSync(process.execPath, program, { cwd: ROOT, encoding: 'utf8', env })
}

describe('npm run clerks', () => {
  it('adds an account and prints a link that sets its password', async () => {
    const { status, stdout } = clerks(
      'add',
      'anna',
      '--name',
      'Anna',
      '--roles',
      'clerk,editor',
      '--departments',
      'transport',
    )

    const [, key = ''] = /https:\/\/asystent\.example\.pl\/desk\/invitation\?key=([\w-]{43})\n/.exec(stdout) ?? []
    const database = openSqliteAccounts(join(dataDir, 'assistant.db'))
    const invitation = await database.run(() => findInvitation(hashOfKey(key), new Date()))
    await database.close()
    expect(status).toBe(0)
    expect(invitation).toMatchObject({
      account: { login: 'anna', name: 'Anna', roles: ['clerk', 'editor'], departments: ['transport'] },
    })
  })

  it('disables, enables, resets and lists', () => {
    clerks('add', 'ola', '--name', 'Ola')

    expect(clerks('disable', 'ola').stdout).toBe('ola is disabled and signed out.\n')
    expect(clerks('list').stdout).toContain('ola  Ola  disabled  clerk; no department\n')
    expect(clerks('enable', 'ola').stdout).toBe('ola is enabled.\n')
    expect(clerks('reset', 'ola').stdout).toMatch(/^Give ola this link/)
    expect(clerks('audit').stdout).toMatch(/^\d+ entries, whole\. Last hash: [0-9a-f]{64}\n$/)
  })

  it.each([
    [[], 2, /^Usage:/],
    [['add'], 2, /^Usage:/],
    [['list', 'anna'], 2, /^Usage:/],
    [['add', 'Zażółć gęślą', '--name', 'X', '--roles', 'boss'], 1, /at login[\s\S]*at name[\s\S]*at roles\[0\]/],
    [['disable', 'nobody'], 1, /There is no account "nobody"\. See: npm run clerks -- list/],
  ] as const)('explains a wrong call: %j', (args, status, message) => {
    const called = clerks(...args)

    expect([called.status, called.stdout]).toEqual([status, ''])
    expect(called.stderr).toMatch(message)
  })

  it('does not disable the last administrator', () => {
    clerks('add', 'boss', '--name', 'Szef', '--roles', 'administrator')

    const { status, stderr } = clerks('disable', 'boss')

    expect(status).toBe(1)
    expect(stderr).toBe('"boss" is the last administrator. Make somebody else one first.\n')
  })
})
