import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { JWTPayload } from 'jose'
import { Provider } from 'oidc-provider'
import { changeAccount, listAccounts } from '../../adapters/desk/accounts/accounts.ts'
import { readAudit } from '../../adapters/desk/accounts/audit-log.ts'
import { openSqliteAccounts } from '../../adapters/storage/sqlite-accounts.ts'
import { createDeskBrowser, type DeskAnswer, type DeskBrowser } from '../setup/desk-browser.ts'
import { type Service, startService } from '../setup/service.ts'
import { startTokenIssuer, type TokenIssuer } from '../setup/token-issuer.ts'

const CLIENT = { clientId: 'desk', clientSecret: 'fake-secret-of-the-desk', roleClaim: 'roles' }
const TENANT = '11111111-2222-4333-8444-555555555555'

describe('S15: signing in at a real provider', () => {
  let service: Service
  let server: Server
  const database = openSqliteAccounts()

  beforeAll(async () => {
    // The provider warns of what only matters outside of tests.
    for (const kind of ['warn', 'info'] as const) jest.spyOn(console, kind).mockImplementation(() => undefined)
    server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const issuer = new URL(`http://127.0.0.1:${portOf(server)}`)
    service = await startService({ organisation: { ...CLIENT, issuer } }, { accounts: database })
    server.on('request', providerOf(issuer.origin, `${service.url}/desk/sign-in/organisation/return`))
  })

  afterAll(async () => {
    jest.restoreAllMocks()
    await service.stop()
    server.close()
    server.closeAllConnections()
  })

  it('lets somebody in, makes an account with name and roles, and knows the person again', async () => {
    const first = await signInThere(createDeskBrowser(service.url))
    const again = await signInThere(createDeskBrowser(service.url))
    const accounts = await database.run(listAccounts)

    expect([first.location, again.location]).toEqual(['/desk', '/desk'])
    expect(accounts).toMatchObject([
      { login: null, name: 'Anna Przykładowa', roles: ['clerk', 'supervisor'], departments: [], hasPassword: false },
    ])
    expect((await database.run(() => readAudit(100, 1)))[0]).toMatchObject({
      action: 'signed-in',
      detail: 'organisation',
    })
  })

  it('shows the way in on the sign-in page', async () => {
    const { text } = await createDeskBrowser(service.url).get('/desk/sign-in')

    expect(text).toContain('<a class="button" href="/desk/sign-in/organisation">Zaloguj się kontem urzędu</a>')
  })

  /** Follows the browser's way there and back, through the provider's own pages for trying it out. */
  async function signInThere(desk: DeskBrowser): Promise<DeskAnswer> {
    const { location } = await desk.get('/desk/sign-in/organisation')
    const there = createDeskBrowser(new URL(location ?? '').origin)
    let at = location ?? ''
    for (let steps = 0; steps < 12 && !at.startsWith(service.url); steps++) {
      const page = await there.get(at)
      const form = /<form[^>]*action="([^"]+)"/.exec(page.text)?.[1]
      const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1] ?? 'login'
      const sent = form ? await there.submit(form, { prompt, login: 'anna', password: 'x' }) : page
      at = new URL(sent.location ?? '', at).href
    }
    return desk.get(at)
  }
})

describe('S15: what a provider may say', () => {
  const database = openSqliteAccounts()
  let issuer: TokenIssuer
  let service: Service

  beforeAll(async () => {
    issuer = await startTokenIssuer(`/${TENANT}/v2.0`)
    service = await startService({ organisation: { ...CLIENT, issuer: issuer.issuer } }, { accounts: database })
  })

  afterAll(async () => {
    await service.stop()
    issuer.stop()
  })

  type Change = (right: JWTPayload) => JWTPayload

  /** The way there and back, with a token that is right but for `change`. */
  async function returning(change: Change, options: { isForged?: boolean; state?: string } = {}): Promise<DeskAnswer> {
    const desk = createDeskBrowser(service.url)
    const there = new URL((await desk.get('/desk/sign-in/organisation')).location ?? '')
    const now = Math.floor(Date.now() / 1000)
    const right: JWTPayload = {
      iss: issuer.issuer.href,
      aud: CLIENT.clientId,
      sub: 'pairwise',
      oid: 'anna-for-ever',
      tid: TENANT,
      exp: now + 300,
      iat: now,
      nonce: there.searchParams.get('nonce') ?? '',
      name: 'Anna Przykładowa',
      roles: ['clerk', 'unknown-role'],
    }
    await issuer.issue(change(right), options.isForged)
    const state = options.state ?? there.searchParams.get('state') ?? ''
    return desk.get(`/desk/sign-in/organisation/return?code=a-code&state=${encodeURIComponent(state)}`)
  }

  it('goes by PKCE, state and nonce, anew each time', async () => {
    const desk = createDeskBrowser(service.url)
    const [one, other] = await Promise.all(
      [1, 2].map(async () => new URL((await desk.get('/desk/sign-in/organisation')).location ?? '').searchParams),
    )
    await returning(right => right)

    expect(Object.fromEntries(one ?? [])).toMatchObject({
      response_type: 'code',
      client_id: 'desk',
      code_challenge_method: 'S256',
      scope: 'openid profile',
      redirect_uri: `${service.url}/desk/sign-in/organisation/return`,
    })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.get(name)).toMatch(/^[\w-]{43}$/)
      expect(one?.get(name)).not.toBe(other?.get(name))
    }
    expect(issuer.asked().get('code_verifier')).toMatch(/^[\w-]{43}$/)
  })

  it('lets the right token in, with the roles that are ours', async () => {
    const { location } = await returning(right => right)

    expect(location).toBe('/desk')
    expect(await database.run(listAccounts)).toMatchObject([{ name: 'Anna Przykładowa', roles: ['clerk'] }])
  })

  const LATE = Math.floor(Date.now() / 1000) - 3600
  const WRONG: readonly (readonly [string, string, Change])[] = [
    ['another issuer', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED', right => ({ ...right, iss: 'https://evil.example' })],
    ['another audience', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED', right => ({ ...right, aud: 'another-app' })],
    [
      'several audiences, and not for us',
      'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
      right => ({ ...right, aud: ['desk', 'another-app'], azp: 'another-app' }),
    ],
    ['an end that has passed', 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED', right => ({ ...right, exp: LATE })],
    ['another nonce', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED', right => ({ ...right, nonce: 'another' })],
    ['no nonce', 'OAUTH_INVALID_RESPONSE', ({ nonce: _nonce, ...right }) => right],
    ['another tenant', 'FOREIGN_TENANT', right => ({ ...right, tid: '99999999-2222-4333-8444-555555555555' })],
    ['no tenant', 'FOREIGN_TENANT', ({ tid: _tid, ...right }) => right],
    ['no subject', 'OAUTH_INVALID_RESPONSE', ({ sub: _sub, ...right }) => right],
  ]

  it.each(WRONG)('refuses a token with %s', async (_what, detail, change) => {
    const { status, text, headers } = await returning(change)

    expect(status).toBe(401)
    expect(text).toContain('Zacznij logowanie od nowa')
    expect(headers.getSetCookie().filter(set => set.startsWith('desk='))).toEqual([])
    expect((await database.run(() => readAudit(2 ** 31 - 1, 1)))[0]).toMatchObject({ action: 'token-refused', detail })
  })

  it('refuses a token that another key signed', async () => {
    expect((await returning(right => right, { isForged: true })).status).toBe(401)
  })

  it('refuses an answer to another question, or without a question', async () => {
    const other = await returning(right => right, { state: 'another' })
    const unasked = await createDeskBrowser(service.url).get('/desk/sign-in/organisation/return?code=a-code&state=x')

    expect([other.status, unasked.status]).toEqual([401, 401])
  })

  it('knows a person by tenant and object id, whatever name, address or `sub` comes with it', async () => {
    const before = (await database.run(listAccounts)).length

    const { location } = await returning(right => ({
      ...right,
      sub: 'other',
      name: 'Anna Nowa',
      email: 'x@example.pl',
    }))
    await returning(right => ({ ...right, oid: 'somebody-else', email: 'x@example.pl' }))

    expect(location).toBe('/desk')
    const accounts = await database.run(listAccounts)
    expect(accounts).toHaveLength(before + 1)
    expect(accounts.map(({ name }) => name)).toContain('Anna Nowa')
  })

  it.each([
    ['no roles', ({ roles: _roles, ...right }: JWTPayload) => right],
    ['roles of other programs only', (right: JWTPayload) => ({ ...right, roles: ['Global Admin', 7] })],
  ])('lets nobody in with %s, and takes the roles away', async (_what, change) => {
    const who = { oid: 'no-longer-clerk', name: 'Bez Roli' }
    await returning(right => ({ ...right, ...who }))

    const { status, text } = await returning(right => change({ ...right, ...who }))

    const account = (await database.run(listAccounts)).find(({ name }) => name === who.name)
    expect([status, account?.roles]).toEqual([403, []])
    expect(text).toContain('nie ma żadnej roli')
  })

  it('ends sessions of a person whose roles the organisation has changed', async () => {
    const desk = createDeskBrowser(service.url)
    const there = new URL((await desk.get('/desk/sign-in/organisation')).location ?? '')
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: issuer.issuer.href,
      aud: 'desk',
      sub: 's',
      oid: 'moving',
      tid: TENANT,
      exp: now + 300,
      iat: now,
    }
    await issuer.issue({ ...claims, nonce: there.searchParams.get('nonce') ?? '', name: 'Ola', roles: 'administrator' })
    await desk.get(`/desk/sign-in/organisation/return?code=c&state=${there.searchParams.get('state')}`)
    const before = await desk.get('/desk/api/accounts')

    await returning(right => ({ ...right, oid: 'moving', roles: ['clerk'] }))

    expect([before.status, (await desk.get('/desk/api/session')).status]).toEqual([200, 401])
  })

  it('S17: is asked so often from one address, and no more', async () => {
    const own = await startService({ organisation: { ...CLIENT, issuer: issuer.issuer } })
    const desk = createDeskBrowser(own.url)
    const answers = await Promise.all(Array.from({ length: 300 }, () => desk.get('/desk/sign-in/organisation/return')))
    await own.stop()

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]))
  })

  it('lets nobody in whose account was disabled at the desk', async () => {
    await returning(right => ({ ...right, oid: 'leaving', name: 'Odchodzi' }))
    const leaving = (await database.run(listAccounts)).find(({ name }) => name === 'Odchodzi')
    await database.run(() => changeAccount(leaving?.id ?? '', { isDisabled: true }, 'command', new Date()))

    expect((await returning(right => ({ ...right, oid: 'leaving', name: 'Odchodzi' }))).status).toBe(403)
  })
})

describe('S15: a provider that is away', () => {
  it('is told to whoever signs in, and asked again the next time', async () => {
    const issuer = await startTokenIssuer()
    issuer.stop()
    const service = await startService({ organisation: { ...CLIENT, issuer: issuer.issuer } })

    const { status, text } = await createDeskBrowser(service.url).get('/desk/sign-in/organisation')
    await service.stop()

    expect(status).toBe(401)
    expect(text).toContain('Nie udało się zalogować kontem urzędu')
  })
})

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function providerOf(issuer: string, returnTo: string) {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [returnTo],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub', 'roles'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: 'Anna Przykładowa', roles: ['clerk', 'supervisor', 'other'] }),
    }),
  })
  provider.on('server_error', (_context, error) => {
    throw error
  })
  return provider.callback()
}
