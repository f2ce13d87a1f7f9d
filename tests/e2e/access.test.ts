import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { TokenCredentials } from 'botframework-connector'
import { type CryptoKey, createLocalJWKSet, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { azureAccess, LOCAL_ACCESS } from '../../adapters/bot-framework/access.ts'
import { createBotFramework } from '../../adapters/bot-framework/routes.ts'
import { onlyHosts, onlyThisMachine, type ServiceUrlRule } from '../../adapters/bot-framework/service-url.ts'
import type { Config } from '../../adapters/config.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import type { Store } from '../../bot/ports.ts'
import { emulatorMessage, post } from '../setup/activity.ts'
import { type Connector, startConnector } from '../setup/connector.ts'
import { type Service, startService } from '../setup/service.ts'
import { staticCredentials } from '../setup/static-credentials.ts'

let connector: Connector

beforeAll(async () => {
  connector = await startConnector()
})

afterAll(() => connector.stop())

async function withService<T>(settings: Partial<Config>, use: (service: Service) => Promise<T>): Promise<T> {
  const service = await startService(settings)
  try {
    return await use(service)
  } finally {
    await service.stop()
  }
}

describe('S01: without credentials', () => {
  it('answers a tester on this machine', async () => {
    const message = emulatorMessage('dzień dobry', { serviceUrl: connector.url, deliveryMode: 'expectReplies' })

    const { status } = await withService({}, service => post(service.url, message))

    expect(status).toBe(200)
  })

  const settings: readonly (readonly [string, Partial<Config>])[] = [
    // Loopback all the same, but not by a name that is known to be.
    ['a host that is not known as loopback', { host: '127.0.0.2' }],
    ['production', { isProduction: true }],
    ['a public address', { publicUrl: 'https://asystent.example.pl' }],
  ]

  it.each(settings)('has no route with %s', async (_name, broken) => {
    const status = await withService(broken, service => statusAndSent(service.url, { host: 'localhost' }))

    expect(status).toEqual({ status: 404, sent: 0 })
  })

  const headers: readonly (readonly [string, Record<string, string>])[] = [
    ['a foreign Host', { host: 'asystent.example.pl' }],
    ['a Host that only begins like ours', { host: 'localhost.example.pl' }],
    ['Forwarded', { forwarded: 'for=1.2.3.4' }],
    ['X-Forwarded-For', { 'x-forwarded-for': '1.2.3.4' }],
    ['X-Forwarded-Host', { 'x-forwarded-host': 'localhost' }],
  ]

  it.each(headers)('has no route for %s', async (_name, header) => {
    const status = await withService({}, service => statusAndSent(service.url, header))

    expect(status).toEqual({ status: 404, sent: 0 })
  })

  it.each([
    'https://smba.trafficmanager.net/emea',
    'http://192.168.1.5:5000',
    'http://localhost.example.pl',
    'http://localhost@evil.example',
    'http://[::1]:5000',
    '//localhost:5000',
  ])('has no route for replies to %s', async serviceUrl => {
    const { status } = await withService({}, service => post(service.url, emulatorMessage('a', { serviceUrl })))

    expect(status).toBe(404)
  })

  async function statusAndSent(url: string, header: Record<string, string> = {}) {
    const before = connector.received.length
    const { status } = await rawPost(url, emulatorMessage('dzień dobry', { serviceUrl: connector.url }), header)
    return { status, sent: connector.received.length - before }
  }
})

describe('S05: a failure inside', () => {
  const SECRET = 'db password=abc'
  const failing = async (): Promise<never> => {
    throw new Error(SECRET)
  }

  async function askWith(broken: Partial<Store>) {
    const service = await startService({}, { store: { ...createSqliteStore(), ...broken } })
    const answer = await post(service.url, emulatorMessage('dzień dobry', { deliveryMode: 'expectReplies' }))
    await service.stop()
    return answer
  }

  it.each(['accept', 'takeTurn', 'repliesTo'] as const)(
    'F06: asks the sender to come again, and shows nothing else, when "%s" fails',
    async name => {
      const { status, headers, text } = await askWith({ [name]: failing })

      expect([status, headers.get('retry-after')]).toEqual([503, '5'])
      expect(text).not.toContain(SECRET)
    },
  )

  it('shows a number and nothing else where it is a defect of ours', async () => {
    const access = { ...LOCAL_ACCESS, checkActivity: failing }
    const botFramework = createBotFramework('', staticCredentials('', new TokenCredentials('none')), access)
    const service = await startService({}, { botFramework })
    const { status, text } = await post(service.url, emulatorMessage('dzień dobry'))
    await service.stop()
    const id = /[0-9a-f-]{36}/.exec(text)?.[0]

    expect(status).toBe(500)
    expect(text).not.toContain(SECRET)
    expect(service.log).toContainEqual(
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ id }) }),
    )
  })
})

describe('with credentials', () => {
  const APP_ID = '11111111-2222-3333-4444-555555555555'
  const ALLOWED = 'https://smba.trafficmanager.net/emea'
  const CHANNEL = 'webchat'

  let service: Service
  let sign: (claims?: Record<string, unknown>, header?: Record<string, unknown>) => Promise<string>
  let foreignKey: CryptoKey
  let hmacToken: string

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256')
    foreignKey = (await generateKeyPair('RS256')).privateKey
    const jwk: JWK & { endorsements: string[] } = {
      ...(await exportJWK(publicKey)),
      kid: 'key-1',
      alg: 'RS256',
      endorsements: [CHANNEL, 'facebook'],
    }
    sign = (claims = {}, header = {}) => signed(privateKey, claims, header)
    hmacToken = await signed(new TextEncoder().encode(String(jwk.n)), {}, { alg: 'HS256' })
    const mayReplyTo: ServiceUrlRule = url => onlyHosts(['smba.trafficmanager.net'])(url) || onlyThisMachine(url)
    const access = azureAccess(APP_ID, createLocalJWKSet({ keys: [jwk] }), mayReplyTo)
    const credentials = staticCredentials(APP_ID, new TokenCredentials('obviously-fake-token'))
    service = await startService(
      { isProduction: true },
      { botFramework: createBotFramework(APP_ID, credentials, access) },
    )
  })

  afterAll(() => service.stop())

  async function signed(key: CryptoKey | Uint8Array, claims: Record<string, unknown>, header: Record<string, unknown>) {
    const now = Math.floor(Date.now() / 1000)
    return new SignJWT({
      iss: 'https://api.botframework.com',
      aud: APP_ID,
      nbf: now - 60,
      exp: now + 600,
      serviceurl: ALLOWED,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1', ...header })
      .sign(key)
  }

  function ask(token: string | undefined, more: Record<string, unknown> = {}) {
    const message = emulatorMessage('dzień dobry', {
      channelId: CHANNEL,
      serviceUrl: ALLOWED,
      deliveryMode: 'expectReplies',
      ...more,
    })
    return post(service.url, message, token === undefined ? {} : { authorization: `Bearer ${token}` })
  }

  it('S02: answers a token of Azure Bot Service', async () => {
    const { status, activities } = await ask(await sign())

    expect(status).toBe(200)
    expect(activities[0]?.text).toMatch(/automatycznym asystentem/)
    expect(activities.filter(({ type }) => type !== 'message')).toEqual([])
  })

  const past = Math.floor(Date.now() / 1000) - 3600
  type Fault = { readonly token: () => Promise<string | undefined>; readonly more?: Record<string, unknown> }
  const faults: readonly (readonly [string, Fault])[] = [
    ['no token', { token: async () => undefined }],
    ['a token that is none', { token: async () => 'a.b.c' }],
    ['HS256 with the public key', { token: async () => hmacToken }],
    ['an expired token', { token: () => sign({ exp: past }) }],
    ['a token of the future', { token: () => sign({ nbf: past + 7200 }) }],
    ['a token without an end', { token: () => sign({ exp: undefined }) }],
    ['another audience', { token: () => sign({ aud: 'somebody-else' }) }],
    ['another issuer', { token: () => sign({ iss: 'https://sts.windows.net/x/' }) }],
    ['an unknown key', { token: () => sign({}, { kid: 'key-2' }) }],
    ['a foreign signature', { token: () => signed(foreignKey, {}, {}) }],
    ['no serviceurl claim', { token: () => sign({ serviceurl: undefined }) }],
    [
      'another serviceUrl than the claim',
      { token: () => sign(), more: { serviceUrl: 'https://smba.trafficmanager.net/amer' } },
    ],
    ['a channel that the key does not speak for', { token: () => sign(), more: { channelId: 'msteams' } }],
    ['the channel "emulator"', { token: () => sign(), more: { channelId: 'emulator' } }],
    ['the channel "AseChannel"', { token: () => sign(), more: { channelId: 'AseChannel' } }],
  ]

  it.each(faults)('S02: refuses %s', async (_name, { token, more }) => {
    const { status, text } = await ask(await token(), more)

    expect(status).toBe(401)
    expect(JSON.parse(text)).toEqual({
      error: { code: 'Unauthorized', message: 'The token does not allow this request.' },
    })
  })

  it.each(['1.0', '2.0'])('S04: refuses the claims of a skill, version %s', async ver => {
    const caller = '99999999-2222-3333-4444-555555555555'

    const { status } = await ask(await sign({ ver, appid: caller, azp: caller }))

    expect(status).toBe(401)
  })

  it.each([
    'http://smba.trafficmanager.net/emea',
    'https://user@smba.trafficmanager.net/emea',
    'https://smba.trafficmanager.net:8443/emea',
    '//smba.trafficmanager.net/emea',
    'https://[2001:db8::1]/emea',
    'https://evil.trafficmanager.net/emea',
    'https://smba.trafficmanager.net.example.pl/emea',
    'https://xn--smba-5ya.trafficmanager.net/',
    'https://169.254.169.254/latest',
    'https://smba.trafficmanager.net\\@evil.example/',
  ])('S03: refuses replies to %s', async serviceUrl => {
    const { status } = await ask(await sign({ serviceurl: serviceUrl }), { serviceUrl })

    expect(status).toBe(403)
  })

  it('pushes replies with its own token', async () => {
    const token = await sign({ serviceurl: connector.url })
    const before = connector.received.length

    await ask(token, { serviceUrl: connector.url, deliveryMode: undefined })
    const received = await connector.waitFor(before + 2)

    expect(received.at(-1)?.text).toMatch(/Dzień dobry/)
    expect(connector.authorizations.at(-1)).toBe('Bearer obviously-fake-token')
  })
})

/** `fetch` does not let a caller choose `Host`. */
async function rawPost(
  url: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<{ readonly status: number }> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    })
    sent.on('response', response => {
      response.resume()
      resolve({ status: response.statusCode ?? 0 })
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}
