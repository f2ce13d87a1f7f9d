import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { accountEndpoints } from '../../adapters/desk/accounts/account-endpoints.ts'
import { readAudit } from '../../adapters/desk/accounts/audit-log.ts'
import { deskAddress } from '../../adapters/desk/accounts/desk-address.ts'
import { ROLES, type Role } from '../../adapters/desk/accounts/role.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { createDeskBrowser, type DeskBrowser, makeAccount, signedInBrowser } from '../setup/desk-browser.ts'
import { type Service, startService } from '../setup/service.ts'

const database = openSqliteAccounts()
const NOW = new Date('2026-11-25T10:00:00Z')
const UNKNOWN = '00000000-0000-4000-8000-000000000000'

let service: Service
let browsers: ReadonlyMap<Role | 'nobody', DeskBrowser>
let victim = ''

beforeAll(async () => {
  service = await startService({}, { accounts: database, clock: () => NOW })
  victim = await makeAccount(database, { login: 'victim' })
  const made = new Map<Role | 'nobody', DeskBrowser>([['nobody', createDeskBrowser(service.url)]])
  for (const role of ROLES) {
    await makeAccount(database, { login: role, roles: [role] })
    made.set(role, await signedInBrowser(service.url, database, role, NOW))
  }
  browsers = made
})

afterAll(() => service.stop())

/** Who may, and what they get. Everybody else who is signed in gets 403, and nobody else anything but 401. */
const MATRIX: Readonly<
  Record<
    string,
    { readonly who: readonly Role[]; readonly body?: unknown; readonly own: number; readonly foreign?: number }
  >
> = {
  'get /api/session': { who: ROLES, own: 200 },
  'post /api/session': { who: ROLES, body: {}, own: 200 },
  'get /api/accounts': { who: ['administrator'], own: 200 },
  'post /api/accounts': { who: ['administrator'], body: { login: 'fresh', name: 'Nowa', roles: ['clerk'] }, own: 201 },
  'post /api/accounts/:id': { who: ['administrator'], body: { name: 'Zmieniona' }, own: 200, foreign: 404 },
  'post /api/accounts/:id/invitation': { who: ['administrator'], body: {}, own: 201, foreign: 404 },
  'get /api/audit': { who: ['administrator', 'auditor'], own: 200 },
}

describe('S16: the matrix', () => {
  it('has every endpoint', () => {
    const address = () => deskAddress(service.url)
    const endpoints = accountEndpoints({ database, address, clock: () => NOW, invitationMs: 1 })

    expect(endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(Object.keys(MATRIX))
  })
})

describe.each(Object.entries(MATRIX))('S16: %s', (endpoint, { who, body, own, foreign }) => {
  const [method, path = ''] = endpoint.split(' ')
  const call = (role: Role | 'nobody', id: string) => {
    const browser = browsers.get(role)
    if (!browser) throw new Error(`nobody is signed in as ${role}`)
    const at = `/desk${path.replace(':id', id)}`
    return method === 'get' ? browser.get(at) : browser.post(at, body)
  }

  it.each(ROLES)('by: %s', async role => {
    const { status } = await call(role, victim)

    expect(status).toBe(who.includes(role) ? own : 403)
  })

  it('not by whoever is not signed in', async () => {
    expect((await call('nobody', victim)).status).toBe(401)
  })

  it('tells nothing of an id that is none, but to those who may', async () => {
    for (const role of ROLES) {
      const expected = who.includes(role) ? foreign : 403
      if (foreign !== undefined) expect((await call(role, UNKNOWN)).status).toBe(expected)
    }
  })
})

describe('S16: a refusal', () => {
  it('is kept account of', async () => {
    await browsers.get('clerk')?.get('/desk/api/audit')

    const [entry] = await database.run(() => readAudit(2 ** 31 - 1, 1))

    expect(entry).toMatchObject({ action: 'access-refused', detail: 'needs administrator or auditor' })
  })
})

describe('managing accounts', () => {
  const boss = () => browsers.get('administrator') ?? createDeskBrowser('')

  it('gives a one-time link, and shows neither hashes nor subjects', async () => {
    const { body } = await boss().post('/desk/api/accounts', {
      login: 'Nowy',
      name: ' Nowy Pracownik ',
      roles: ['clerk', 'clerk'],
      departments: ['building'],
    })

    expect(body).toEqual({
      account: {
        id: expect.any(String),
        login: 'nowy',
        name: 'Nowy Pracownik',
        roles: ['clerk'],
        departments: ['building'],
        isDisabled: false,
        hasPassword: false,
        createdAt: NOW.toISOString(),
      },
      invitation: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/desk\/invitation\?key=[\w-]{43}$/),
    })
  })

  it.each([
    [{ login: 'ab c', name: 'X', roles: ['boss'] }, /login: .*; name: .*; roles\.0: /],
    [{ login: 'abc', name: 'Abc', roles: [], isAdmin: true }, /isAdmin/],
    [{ login: 'abc', name: 'Abc', roles: [], departments: ['general'] }, /departments\.0: /],
    [undefined, /the body: /],
    [[], /the body: /],
  ])('lists what is wrong: %j', async (told, message) => {
    const { status, body } = await boss().post('/desk/api/accounts', told)

    expect([status, body]).toEqual([400, { error: { code: 'BadAccount', message: expect.stringMatching(message) } }])
  })

  it('refuses a login that is taken, and to take the last administrator away', async () => {
    const { body } = await boss().get('/desk/api/session')
    const id = /"accountId":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? ''

    const taken = await boss().post('/desk/api/accounts', { login: 'victim', name: 'Ktoś', roles: [] })
    const demoted = await boss().post(`/desk/api/accounts/${id}`, { roles: ['clerk'] })
    const disabled = await boss().post(`/desk/api/accounts/${id}`, { isDisabled: true })

    expect([taken.status, demoted.status, disabled.status]).toEqual([409, 409, 409])
    expect(demoted.body).toMatchObject({ error: { code: 'LastAdministrator' } })
  })

  it('S25: shows what happened, page by page', async () => {
    const { body } = await boss().get('/desk/api/audit?before=3')
    const bad = await boss().get('/desk/api/audit?before=newest')

    expect(body).toMatchObject({
      entries: [
        { number: 2, action: 'password-set' },
        { number: 1, action: 'account-added' },
      ],
    })
    expect(bad.status).toBe(400)
  })
})
