import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { NewAccount } from '../../adapters/desk/accounts/account.ts'
import {
  addAccount,
  changeAccount,
  findAccount,
  findLogin,
  listAccounts,
  rehash,
  setPassword,
} from '../../adapters/desk/accounts/accounts.ts'
import { checkAudit, readAudit, record } from '../../adapters/desk/accounts/audit-log.ts'
import {
  acceptFirst,
  acceptInvitation,
  findInvitation,
  invite,
  inviteFirst,
} from '../../adapters/desk/accounts/invitations.ts'
import { endSession, findSession, openSession, type SessionLife } from '../../adapters/desk/accounts/sessions.ts'
import { type AccountDatabase, query, type Steps } from '../../adapters/desk/accounts/steps.ts'

/** How a contract test gets a database with the schema and nothing in it. */
export type AccountsMaker = {
  readonly start?: () => Promise<void>
  readonly stop?: () => Promise<void>
  readonly create: () => Promise<AccountDatabase>
}

const NOW = new Date('2026-11-25T10:00:00Z')
const LIFE: SessionLife = { idleMs: 30 * 60_000, wholeMs: 10 * 3_600_000 }
const ANNA: NewAccount = { login: 'anna', name: 'Anna', roles: ['clerk'], departments: ['transport'] }
const BOSS: NewAccount = { login: 'boss', name: 'Szef', roles: ['administrator'], departments: [] }

const afterMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

export function describeAccounts(name: string, { start, stop, create }: AccountsMaker): void {
  describe(`accounts in ${name}`, () => {
    let database: AccountDatabase
    const run = <Result>(steps: Steps<Result>) => database.run(() => steps)

    beforeAll(async () => start?.())
    afterAll(async () => stop?.())
    beforeEach(async () => {
      database = await create()
    })
    afterEach(() => database.close())

    it('keeps an account as it was told', async () => {
      await run(addAccount('a', ANNA, 'command', NOW))

      expect(await run(findAccount('a'))).toEqual({
        ...ANNA,
        id: 'a',
        isDisabled: false,
        hasPassword: false,
        createdAt: NOW,
      })
      expect(await run(listAccounts())).toHaveLength(1)
    })

    it('refuses a login that is taken, and keeps no account of it', async () => {
      await run(addAccount('a', ANNA, 'command', NOW))

      expect(await run(addAccount('b', { ...BOSS, login: 'anna' }, 'command', NOW))).toBe('login-taken')
      expect(await run(readAudit(100, 10))).toHaveLength(1)
    })

    it('does nothing where a step throws', async () => {
      const failing = database.run(function* () {
        yield* addAccount('a', ANNA, 'command', NOW)
        throw new Error('stop')
      })

      await expect(failing).rejects.toThrow('stop')
      expect(await run(listAccounts())).toEqual([])
      expect(await run(checkAudit())).toMatchObject({ kind: 'whole', entries: 0 })
    })

    it('never leaves the desk without an administrator, even when two give the role up at once', async () => {
      await run(addAccount('b', BOSS, 'command', NOW))
      await run(addAccount('c', { ...BOSS, login: 'other' }, 'command', NOW))

      const outcomes = await Promise.all(['b', 'c'].map(id => run(changeAccount(id, { roles: ['clerk'] }, id, NOW))))

      expect([...outcomes].sort()).toEqual(['changed', 'last-administrator'])
    })

    it('is changed in many ways at once, and none stands in the way of another', async () => {
      await run(addAccount('b', BOSS, 'command', NOW))
      await run(addAccount('a', ANNA, 'command', NOW))
      const later = afterMinutes(60)
      const ways = [
        (n: number) => changeAccount('a', { name: `Anna ${n}`, isDisabled: n % 2 === 0 }, 'b', NOW),
        (n: number) => invite('a', `key ${n}`, later, 'b', NOW),
        (n: number) => setPassword('a', `hash ${n}`, null, NOW),
        (n: number) => openSession(`session ${n}`, 'a', 'password', LIFE, NOW),
        (n: number) => endSession(`session ${n - 1}`, NOW),
      ]

      const all = Array.from({ length: 10 }, (_, n) => ways.map(way => run<unknown>(way(n)))).flat()

      await expect(Promise.all(all)).resolves.toHaveLength(50)
      expect(await run(checkAudit())).toMatchObject({ kind: 'whole' })
    })

    it('keeps a rehash only while the password is the same', async () => {
      await run(addAccount('a', ANNA, 'command', NOW))
      await run(setPassword('a', 'new', null, NOW))

      await run(rehash('a', 'old', 'old, hashed anew'))

      expect(await run(findLogin('anna'))).toMatchObject({ passwordHash: 'new' })
    })

    describe('a session', () => {
      beforeEach(async () => {
        await run(addAccount('b', BOSS, 'command', NOW))
        await run(addAccount('a', ANNA, 'command', NOW))
        await run(openSession('hash', 'a', 'password', LIFE, NOW))
      })

      const isAlive = async (at: Date, isUsed = false) =>
        (await run(findSession('hash', isUsed, LIFE, at))) !== undefined

      it('ends when it was not used for so long', async () => {
        expect(await isAlive(afterMinutes(29))).toBe(true)
        expect(await isAlive(afterMinutes(30))).toBe(false)
      })

      it('lives on when it is used, up to its end', async () => {
        for (let minutes = 25; minutes < 600; minutes += 25)
          expect(await isAlive(afterMinutes(minutes), true)).toBe(true)

        expect(await isAlive(afterMinutes(599), true)).toBe(true)
        expect(await isAlive(afterMinutes(600), true)).toBe(false)
      })

      it('says when it ends', async () => {
        expect(await run(findSession('hash', true, LIFE, afterMinutes(10)))).toMatchObject({
          account: { id: 'a' },
          idleEndsAt: afterMinutes(40),
          endsAt: afterMinutes(600),
        })
      })

      it.each([
        ['the account is disabled', { isDisabled: true }],
        ['its roles change', { roles: ['editor' as const] }],
        ['its departments change', { departments: [] }],
      ])('ends when %s', async (_when, change) => {
        await run(changeAccount('a', change, 'b', NOW))

        expect(await isAlive(NOW)).toBe(false)
      })

      it('stays when only the name changes', async () => {
        await run(changeAccount('a', { name: 'Anna Maria' }, 'b', NOW))

        expect(await isAlive(NOW)).toBe(true)
      })

      it('ends when the password is set elsewhere, and stays where that was done', async () => {
        await run(openSession('other', 'a', 'password', LIFE, NOW))

        await run(setPassword('a', 'hashed', 'other', NOW))

        expect(await isAlive(NOW)).toBe(false)
        expect(await run(findSession('other', false, LIFE, NOW))).toBeDefined()
      })
    })

    describe('an invitation', () => {
      const LATER = afterMinutes(60)

      it('sets a password once', async () => {
        await run(addAccount('a', ANNA, 'command', NOW))
        await run(invite('a', 'key', LATER, 'command', NOW))

        expect(await run(findInvitation('key', NOW))).toMatchObject({ kind: 'password', account: { login: 'anna' } })
        const accepted = await Promise.all([1, 2].map(n => run(acceptInvitation('key', `hash ${n}`, NOW))))

        expect(accepted.filter(account => account !== undefined)).toMatchObject([{ id: 'a' }])
        expect(await run(findInvitation('key', NOW))).toBeUndefined()
      })

      it('takes the older password and link away, and signs out', async () => {
        await run(addAccount('a', ANNA, 'command', NOW))
        await run(setPassword('a', 'hashed', null, NOW))
        await run(openSession('hash', 'a', 'password', LIFE, NOW))
        await run(invite('a', 'first', LATER, 'command', NOW))

        await run(invite('a', 'second', LATER, 'command', NOW))

        expect(await run(findLogin('anna'))).toMatchObject({ passwordHash: null })
        expect(await run(findSession('hash', false, LIFE, NOW))).toBeUndefined()
        expect(await run(findInvitation('first', NOW))).toBeUndefined()
        expect(await run(findInvitation('second', NOW))).toBeDefined()
      })

      it('is void once it has expired, or the account is disabled', async () => {
        await run(addAccount('b', BOSS, 'command', NOW))
        await run(addAccount('a', ANNA, 'command', NOW))
        await run(invite('a', 'key', LATER, 'command', NOW))

        expect(await run(acceptInvitation('key', 'hashed', LATER))).toBeUndefined()
        await run(changeAccount('a', { isDisabled: true }, 'b', NOW))
        expect(await run(acceptInvitation('key', 'hashed', NOW))).toBeUndefined()
      })

      it('makes one first administrator, however many use the links of several replicas at once', async () => {
        for (const key of ['one', 'two']) await run(inviteFirst(key, LATER, NOW))

        const made = await Promise.all(
          ['one', 'two'].map(key => run(acceptFirst(key, key, { login: key, name: key }, 'hashed', NOW))),
        )

        expect(made.filter(account => account !== undefined)).toMatchObject([{ roles: ['administrator'] }])
        expect(await run(listAccounts())).toHaveLength(1)
        expect(await run(inviteFirst('three', LATER, NOW))).toBe(false)
      })
    })

    describe('S25: the audit log', () => {
      const write = (count: number) =>
        database.run(function* () {
          for (let n = 1; n <= count; n++)
            yield* record({ actor: 'a', action: 'transcript-read', subject: `${n}` }, NOW)
        })

      it('keeps who did what to whom, in UTC, the newest first', async () => {
        await write(3)

        const entries = await run(readAudit(3, 10))

        expect(entries).toEqual([
          { number: 2, at: NOW, actor: 'a', action: 'transcript-read', subject: '2', detail: null },
          { number: 1, at: NOW, actor: 'a', action: 'transcript-read', subject: '1', detail: null },
        ])
      })

      it('counts on without a gap when many write at once', async () => {
        await Promise.all(Array.from({ length: 20 }, () => write(1)))

        expect(await run(checkAudit())).toMatchObject({ kind: 'whole', entries: 20 })
      })

      it.each([`UPDATE audit_entry SET actor = 'b'`, 'DELETE FROM audit_entry'])(
        'is only added to: %s',
        async statement => {
          const recent = new Date()
          await run(record({ actor: 'a', action: 'signed-in' }, recent))

          await expect(run(query(statement))).rejects.toThrow('the audit log is')
          expect(await run(readAudit(100, 10))).toHaveLength(1)
        },
      )

      it('lets go of what is older than two years', async () => {
        await run(record({ actor: 'a', action: 'signed-in' }, new Date('2020-01-01T00:00:00Z')))
        await run(record({ actor: 'a', action: 'signed-in' }, new Date()))

        await run(query('DELETE FROM audit_entry WHERE number = 1'))

        expect(await run(checkAudit())).toMatchObject({ kind: 'whole', entries: 1 })
      })

      it.each([
        [
          'is left out',
          `INSERT INTO audit_entry SELECT number + 10, at, actor, action, subject, detail, hash FROM audit_entry WHERE number = 3`,
          13,
        ],
        [
          'is put in',
          `INSERT INTO audit_entry SELECT number + 1, at, 'b', action, subject, detail, hash FROM audit_entry WHERE number = 3`,
          4,
        ],
      ])('notices an entry that %s', async (_how, statement, broken) => {
        await write(3)

        await run(query(statement))

        expect(await run(checkAudit())).toEqual({ kind: 'broken', number: broken })
      })

      it('notices that the newest entries are missing', async () => {
        await write(2)

        await run(query('UPDATE audit_head SET number = 3'))

        expect(await run(checkAudit())).toEqual({ kind: 'broken', number: 3 })
      })
    })
  })
}
