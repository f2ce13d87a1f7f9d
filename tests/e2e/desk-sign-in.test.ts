import crypto from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { changeAccount, findLogin } from '../../adapters/desk/accounts/accounts.ts'
import { readAudit } from '../../adapters/desk/accounts/audit-log.ts'
import { makeInvitationLink } from '../../adapters/desk/accounts/invitation-link.ts'
import { invite } from '../../adapters/desk/accounts/invitations.ts'
import { query } from '../../adapters/desk/accounts/steps.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { createDeskBrowser, makeAccount, PASSWORD, signedInBrowser } from '../setup/desk-browser.ts'
import { type Service, startService } from '../setup/service.ts'

const database = openSqliteAccounts()
const START = new Date('2026-11-25T10:00:00Z')
const HOME = 'https://asystent.example.pl'
const NEW_PASSWORD = 'dwie sowy pod mostem'

/** The password of all, hashed as a Node without argon2 does; that takes a second. */
const BY_SCRYPT = '$scrypt$ln=17,r=8,p=1$4ukx0ieu6ujasGe+NC7MOg$7Ws+TmWJ9FXXYVd1o3IIvskKYvjOEO5C2PkCT7qAseQ'

let now = START
let service: Service
/** The same desk as it is seen behind a proxy that does https. */
let behindProxy: Service

beforeAll(async () => {
  const clock = () => now
  service = await startService({}, { accounts: database, clock })
  behindProxy = await startService({ publicUrl: HOME }, { accounts: openSqliteAccounts(), clock })
  await makeAccount(database, { login: 'boss', roles: ['administrator'] })
})

afterAll(async () => {
  await service.stop()
  await behindProxy.stop()
})

const enter = (login: string) => signedInBrowser(service.url, database, login, now)
const minutesLater = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const idOf = async (login: string) => (await database.run(() => findLogin(login)))?.account.id ?? ''
const newestEntry = async () => (await database.run(() => readAudit(2 ** 31 - 1, 1)))[0]

describe('signing in', () => {
  it('lets somebody in with login and password, and keeps account of it', async () => {
    const id = await makeAccount(database, { login: 'anna', name: 'Anna', departments: ['transport'] })
    const browser = createDeskBrowser(service.url)

    const entered = await browser.submit('/desk/sign-in', { login: ' Anna ', password: PASSWORD })
    const session = await browser.get('/desk/api/session')

    expect([entered.status, entered.location]).toEqual([303, '/desk'])
    expect(session.body).toMatchObject({
      person: { accountId: id, name: 'Anna', roles: ['clerk'], departments: ['transport'] },
      csrf: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(await newestEntry()).toMatchObject({ actor: id, action: 'signed-in', detail: 'password', at: now })
  })

  it('says the same of a wrong password, an unknown login and a disabled account, and what to do', async () => {
    await makeAccount(database, { login: 'wrong' })
    const disabled = await makeAccount(database, { login: 'disabled' })
    await database.run(() => changeAccount(disabled, { isDisabled: true }, 'command', now))
    const answers = await Promise.all(
      [
        { login: 'wrong', password: 'to nie jest to hasło' },
        { login: 'nobody', password: PASSWORD },
        { login: 'disabled', password: PASSWORD },
      ].map(fields => createDeskBrowser(service.url).submit('/desk/sign-in', fields)),
    )

    for (const { status, text, headers } of answers) {
      expect(status).toBe(401)
      expect(text).toContain('Login lub hasło się nie zgadza. Sprawdź')
      expect(headers.getSetCookie()).toEqual([])
    }
  })

  it('keeps account of a failure, without what was typed', async () => {
    await createDeskBrowser(service.url).submit('/desk/sign-in', { login: 'moje tajne haslo', password: 'x' })

    expect(await newestEntry()).toMatchObject({ actor: null, action: 'sign-in-failed', subject: null, detail: null })
  })

  it('S14: does the same work for a wrong password, an unknown login and an account without a password', async () => {
    await makeAccount(database, { login: 'known' })
    const invited = await makeAccount(database, { login: 'not-yet' })
    await database.run(() => invite(invited, 'key', now, 'command', now))
    const hash = jest.spyOn(crypto, 'argon2')
    const work: unknown[] = []
    for (const login of ['known', 'unknown', 'not-yet']) {
      await createDeskBrowser(service.url).submit('/desk/sign-in', { login, password: 'to nie jest to hasło' })
      work.push(hash.mock.calls.map(([way, { memory, passes, parallelism }]) => ({ way, memory, passes, parallelism })))
      hash.mockClear()
    }
    hash.mockRestore()

    const once = [{ way: 'argon2id', memory: 19_456, passes: 2, parallelism: 1 }]
    expect(work).toEqual([once, once, once])
  })

  it('S14: hashes a password anew that was hashed another way', async () => {
    const id = await makeAccount(database, { login: 'old' })
    await database.run(() => query('UPDATE account SET password_hash = $1 WHERE id = $2', BY_SCRYPT, id))

    await createDeskBrowser(service.url).submit('/desk/sign-in', { login: 'old', password: PASSWORD })

    expect((await database.run(() => findLogin('old')))?.passwordHash).toMatch(/^\$argon2id\$/)
  })

  it('S17: lets a login be tried 5 times in a quarter of an hour from one address, and others at the same time', async () => {
    await makeAccount(database, { login: 'guessed' })
    await makeAccount(database, { login: 'colleague' })
    const browser = createDeskBrowser(service.url)
    const attempts = []
    for (let n = 0; n < 5; n++)
      attempts.push((await browser.submit('/desk/sign-in', { login: 'guessed', password: 'x' })).status)

    const sixth = await browser.submit('/desk/sign-in', { login: 'Guessed', password: PASSWORD })
    const spoofed = await browser.submit(
      '/desk/sign-in',
      { login: 'guessed', password: PASSWORD },
      { origin: service.url, 'x-forwarded-for': '203.0.113.9' },
    )

    expect(attempts).toEqual([401, 401, 401, 401, 401])
    expect([sixth.status, spoofed.status]).toEqual([429, 429])
    expect(sixth.text).toMatch(/Za dużo prób. Spróbuj ponownie za \d\smin/)
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(60)
    expect((await browser.submit('/desk/sign-in', { login: 'colleague', password: PASSWORD })).status).toBe(303)
  })

  it('tells that an account without a role has no access, and opens no session', async () => {
    await makeAccount(database, { login: 'norole', roles: [] })
    const browser = createDeskBrowser(service.url)

    const { status, text } = await browser.submit('/desk/sign-in', { login: 'norole', password: PASSWORD })

    expect([status, browser.cookie()]).toEqual([403, ''])
    expect(text).toContain('Poproś administratora o\u00a0nadanie roli')
  })

  it('puts what was typed into the page as text', async () => {
    const { text } = await createDeskBrowser(service.url).submit('/desk/sign-in', {
      login: '"><script>alert(1)</script>',
      password: 'x',
    })

    expect(text).not.toContain('<script')
    expect(text).toContain('value="&#34;&#62;&#60;script')
  })
})

describe('S12: what another site makes a browser send', () => {
  const CROSS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['a form of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a form of another host of the same domain', { origin: 'https://evil.example', 'sec-fetch-site': 'same-site' }],
    ['a page that hides where it is', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['an older browser on another site', { origin: 'https://evil.example' }],
    ['whoever does not say', {}],
  ]

  it.each(CROSS)('signs nobody in: %s', async (_who, headers) => {
    const browser = createDeskBrowser(service.url)

    const { status, text } = await browser.submit('/desk/sign-in', { login: 'boss', password: PASSWORD }, headers)

    expect([status, browser.cookie()]).toEqual([403, ''])
    expect(text).toContain('Otwórz ją ponownie')
  })

  it.each(CROSS)('changes nothing, even with the token: %s', async (_who, headers) => {
    const browser = await enter('boss')
    const csrf = /"csrf":"([^"]+)"/.exec((await browser.get('/desk/api/session')).text)?.[1] ?? ''

    const json = await browser.post(
      '/desk/api/accounts',
      { login: 'planted', name: 'Podrzucony', roles: ['administrator'] },
      { ...headers, 'x-csrf-token': csrf },
    )
    const form = await browser.submit('/desk/sign-out', { csrf }, headers)

    expect([json.status, form.status]).toEqual([403, 403])
    expect((await browser.get('/desk/account')).status).toBe(200)
    expect(await idOf('planted')).toBe('')
  })

  it('changes nothing without the token, or with that of another session', async () => {
    const mine = await enter('boss')
    const other = await enter('anna')
    const csrf = /"csrf":"([^"]+)"/.exec((await other.get('/desk/api/session')).text)?.[1] ?? ''
    const own = { origin: service.url, 'sec-fetch-site': 'same-origin' }

    const without = await mine.post('/desk/api/session', {}, own)
    const foreign = await mine.post('/desk/api/session', {}, { ...own, 'x-csrf-token': csrf })
    const form = await mine.submit('/desk/sign-out', { csrf })

    expect([without.status, foreign.status, form.status]).toEqual([403, 403, 403])
    expect(without.body).toMatchObject({ error: { code: 'CsrfMissing' } })
  })

  it('signs nobody out by a link', async () => {
    const browser = await enter('boss')

    expect((await browser.get('/desk/sign-out')).status).toBe(405)
  })
})

describe('S13: a session', () => {
  it('has a cookie that no script, other host or plain connection sees', async () => {
    const key = new URL((await behindProxy.inviteFirst()) ?? '').searchParams.get('key') ?? ''
    const browser = createDeskBrowser(behindProxy.url, HOME)

    const { status, headers } = await browser.submit('/desk/invitation', {
      key,
      name: 'Szef',
      login: 'szef',
      password: PASSWORD,
      again: PASSWORD,
    })

    expect(status).toBe(303)
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
    ])
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect((await browser.get('/desk/account')).status).toBe(200)
  })

  it('is kept as a hash, under a new key at each sign-in', async () => {
    const browser = await enter('boss')
    const first = browser.cookie()
    await browser.submit('/desk/sign-in', { login: 'boss', password: PASSWORD })
    const second = browser.cookie()
    const stale = await createDeskBrowser(service.url).get('/desk/account', { cookie: first })
    const rows = JSON.stringify(await database.run(() => query('SELECT * FROM session')))

    expect(second).not.toBe(first)
    expect(stale.location).toBe('/desk/sign-in?expired')
    for (const cookie of [first, second]) expect(rows).not.toContain(cookie.split('=')[1])
  })

  it('does not take over a key that was put into the browser before', async () => {
    const browser = createDeskBrowser(service.url)
    const planted = 'desk=planted-by-somebody-else'

    await browser.submit(
      '/desk/sign-in',
      { login: 'boss', password: PASSWORD },
      { cookie: planted, origin: service.url },
    )

    expect(browser.cookie()).toMatch(/^desk=[\w-]{43}$/)
    expect((await browser.get('/desk/account', { cookie: planted })).status).toBe(303)
  })

  it('ends after 30 minutes without a request; looking at its end is none', async () => {
    const browser = await enter('boss')
    minutesLater(29)
    const looked = await browser.get('/desk/api/session')
    minutesLater(1)
    const ended = await browser.get('/desk/api/session')

    expect([looked.status, ended.status]).toEqual([200, 401])
    expect(ended.body).toMatchObject({ error: { code: 'NotSignedIn' } })
  })

  it('goes on when a page says so, and ends after 10 hours in any case', async () => {
    const browser = await enter('boss')
    const statuses = new Set<number>()
    for (let minutes = 25; minutes < 600; minutes += 25) {
      minutesLater(25)
      statuses.add((await browser.post('/desk/api/session', {})).status)
    }
    minutesLater(25)

    expect([...statuses]).toEqual([200])
    expect((await browser.get('/desk/account')).location).toBe('/desk/sign-in?expired')
  })

  it('ends when its owner signs out', async () => {
    const browser = await enter('boss')
    const before = browser.cookie()
    const csrf = /name="csrf" value="([^"]+)"/.exec((await browser.get('/desk/account')).text)?.[1] ?? ''

    const out = await browser.submit('/desk/sign-out', { csrf })

    expect([out.location, browser.cookie()]).toEqual(['/desk/sign-in?out', ''])
    expect((await browser.get('/desk/account', { cookie: before })).status).toBe(303)
    expect(await newestEntry()).toMatchObject({ actor: await idOf('boss'), action: 'signed-out' })
  })

  it('ends when the account is disabled or its roles change', async () => {
    const boss = await enter('boss')
    const statuses: number[] = []
    for (const [login, change] of [
      ['leaving', { isDisabled: true }],
      ['promoted', { roles: ['supervisor'] }],
    ] as const) {
      await makeAccount(database, { login })
      const browser = await enter(login)
      const changed = await boss.post(`/desk/api/accounts/${await idOf(login)}`, change)
      statuses.push(changed.status, (await browser.get('/desk/api/session')).status)
    }

    expect(statuses).toEqual([200, 401, 200, 401])
  })
})

describe('a one-time link', () => {
  it('sets a password, signs in, and works once', async () => {
    const id = await makeAccount(database, { login: 'invited' })
    const { link, hash } = makeInvitationLink(service.url)
    await database.run(() => invite(id, hash, new Date(now.getTime() + 60_000), 'command', now))
    const key = new URL(link).searchParams.get('key') ?? ''
    const browser = createDeskBrowser(service.url)

    const page = await browser.get(link)
    const looked = await browser.get(link)
    const wrong = await browser.submit('/desk/invitation', { key, password: 'haslohaslo123', again: 'haslohaslo123' })
    const set = await browser.submit('/desk/invitation', { key, password: NEW_PASSWORD, again: NEW_PASSWORD })
    const again = await createDeskBrowser(service.url).get(link)

    expect([page.status, looked.status, wrong.status, set.status, again.status]).toEqual([200, 200, 400, 303, 410])
    expect(page.text).toMatch(/value="invited" [^>]*readonly/)
    expect(wrong.text).toContain('Takie hasło łatwo odgadnąć')
    expect((await browser.get('/desk/account')).status).toBe(200)
    expect(again.text).toContain('Poproś administratora o\u00a0nowy')
  })

  it('is not given for the first administrator where there are accounts', async () => {
    expect(await service.inviteFirst()).toBeUndefined()
  })
})

describe('changing the own password', () => {
  const csrfOf = (text: string) => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? ''

  it('needs the old one, tells what is wrong, and signs other browsers out', async () => {
    await makeAccount(database, { login: 'careful' })
    const elsewhere = await enter('careful')
    const browser = await enter('careful')
    const csrf = csrfOf((await browser.get('/desk/account')).text)
    const change = (fields: Record<string, string>) =>
      browser.submit('/desk/account', { csrf, old: PASSWORD, password: NEW_PASSWORD, again: NEW_PASSWORD, ...fields })

    const wrong = await change({ old: 'nie to' })
    const differs = await change({ again: 'coś innego' })
    const done = await change({})

    expect([wrong.status, differs.status, done.location]).toEqual([400, 400, '/desk/account?changed'])
    expect(wrong.text).toContain('Obecne hasło się nie zgadza')
    expect(differs.text).toContain('Hasła nie są takie same')
    expect((await browser.get('/desk/account')).status).toBe(200)
    expect((await elsewhere.get('/desk/account')).status).toBe(303)
    const { status } = await createDeskBrowser(service.url).submit('/desk/sign-in', {
      login: 'careful',
      password: NEW_PASSWORD,
    })
    expect(status).toBe(303)
  })
})

describe('every answer of the desk', () => {
  it.each(['/desk/sign-in', '/desk', '/desk/account', '/desk/invitation', '/desk/api/session', '/desk/api/accounts'])(
    'is guarded by headers: %s',
    async path => {
      const { headers } = await createDeskBrowser(service.url).get(path)

      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; script-src 'self'; style-src 'self'; [^*]*frame-ancestors 'none'$/,
        ),
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
      })
    },
  )

  it('is a page that says what to do, where the address is not safe', async () => {
    const unsafe = await startService({ publicUrl: 'http://asystent.example.pl' })

    const { status, text } = await createDeskBrowser(unsafe.url).get('/desk/sign-in')
    const link = await unsafe.inviteFirst()
    await unsafe.stop()

    expect([status, link]).toEqual([403, undefined])
    expect(text).toContain('musi ustawić PUBLIC_URL na adres https')
  })

  it('is a page when the form is too large', async () => {
    const { status, text } = await createDeskBrowser(service.url).submit('/desk/sign-in', {
      login: 'x'.repeat(20_000),
      password: 'x',
    })

    expect(status).toBe(413)
    expect(text).toContain('Formularz jest za duży')
  })
})
