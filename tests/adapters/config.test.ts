import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ConfigError, readConfig, SETTING_NAMES } from '../../adapters/config.ts'
import { temporaryFolder } from '../setup/temporary-folder.ts'

const APP_ID = '11111111-2222-3333-4444-555555555555'

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [String(error)]
  }
}

describe('readConfig', () => {
  it('needs no setting at all', () => {
    const config = readConfig({})

    expect(config).toMatchObject({ host: '127.0.0.1', port: 3978, dataDir: 'data', knowledgeDir: 'knowledge/content' })
    expect(config.azureBot).toBeUndefined()
  })

  it('takes an empty value for unset', () => {
    expect(readConfig({ PORT: '', HOST: ' ' })).toEqual(readConfig({}))
  })

  it('takes an untouched copy of .env.example for no settings', () => {
    const lines = exampleLines().map(line => line.split('=', 2))

    expect(readConfig(Object.fromEntries(lines))).toEqual(readConfig({}))
  })

  it('lists every problem at once, with what to do', () => {
    const environment = { PORT: 'five', PUBLIC_URL: 'asystent', LOG_LEVEL: 'loud', MicrosoftAppId: APP_ID }

    expect(problemsOf(environment)).toEqual([
      'PORT: must be a number from 0 to 65535, but is "five".',
      'PUBLIC_URL: must be a web address such as https://asystent.example.pl, but is "asystent".',
      'LOG_LEVEL: must be one of fatal, error, warn, info, debug, trace, silent, but is "loud".',
      'MicrosoftAppPassword: must be set when MicrosoftAppId is, for the type MultiTenant.',
    ])
  })

  it('wants a tenant for a single-tenant app', () => {
    const environment = { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'fake', MicrosoftAppType: 'SingleTenant' }

    expect(problemsOf(environment)).toEqual([
      'MicrosoftAppTenantId: must be set when MicrosoftAppId is, for the type SingleTenant.',
    ])
  })

  it('sends letters where there is a mail server and a sender, and wants both', () => {
    const server = { SMTP_URL: 'smtps://user:fake@poczta.example.pl' }

    expect(readConfig({ ...server, MAIL_FROM: 'a@example.pl' }).mail).toEqual({
      smtpUrl: server.SMTP_URL,
      from: 'a@example.pl',
      alertTo: undefined,
    })
    expect(problemsOf(server)).toEqual(['MAIL_FROM: must be set when SMTP_URL is.'])
    expect(problemsOf({ ALERT_MAIL: 'a@example.pl' })).toEqual([
      'SMTP_URL: must be set when MAIL_FROM or ALERT_MAIL is.',
    ])
  })

  it('does not repeat a mail server that it cannot read, as it may hold a password', () => {
    expect(problemsOf({ SMTP_URL: 'http://user:fake@host', MAIL_FROM: 'a@example.pl' })).toEqual([
      'SMTP_URL: must be an address such as smtps://user:password@poczta.example.pl:465.',
    ])
  })

  it('S23: takes the first of two passwords', () => {
    const config = readConfig({ MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'fake-new fake-old' })

    expect(config.azureBot?.password).toBe('fake-new')
  })

  it.each([
    'https://login.microsoftonline.com/common/v2.0',
    'https://login.microsoftonline.com/organizations/v2.0',
    'http://login.example.pl',
    'login.example.pl',
  ])('S15: wants the https address of one organisation, not %s', issuer => {
    expect(problemsOf({ OIDC_ISSUER: issuer })).toEqual([
      expect.stringMatching(/^OIDC_ISSUER: must be the https address of one tenant/),
      'OIDC_CLIENT_ID: must be set when OIDC_ISSUER is.',
      'OIDC_CLIENT_SECRET: must be set when OIDC_ISSUER is.',
    ])
  })

  it('S23: reads a secret from its file', () => {
    const path = join(temporaryFolder(), 'password')
    writeFileSync(path, 'fake-from-file\n')

    const config = readConfig({ MicrosoftAppId: APP_ID, MicrosoftAppPassword_FILE: path })

    expect(config.azureBot?.password).toBe('fake-from-file')
  })

  it('S23: says which secret file is not there', () => {
    const environment = { MicrosoftAppId: APP_ID, MicrosoftAppPassword_FILE: '/nowhere' }

    expect(problemsOf(environment)[0]).toMatch(/MicrosoftAppPassword_FILE: the file "\/nowhere" does not exist/)
  })

  it('says what is wrong with the settings of the website', () => {
    const environment = {
      WEBSITE_ORIGINS: 'https://powiat.example.pl/strona',
      TOKEN_SECRET: 'fake-but-long-enough-for-a-secret fake-short',
      TRUSTED_PROXIES: '10.0.0.1 10.0.0.0/99',
      CHATS_PER_MINUTE: '0',
    }

    expect(problemsOf(environment).map(problem => problem.split(',')[0])).toEqual([
      'WEBSITE_ORIGINS: must be addresses of pages',
      'TOKEN_SECRET: must have at least 32 characters. Make one with: openssl rand -hex 32.',
      'TRUSTED_PROXIES: must be addresses or ranges',
      `CHATS_PER_MINUTE: must be a number above 0 and below ${2 ** 31}`,
    ])
  })

  it('S23: connects a page on Messenger by all three secrets, each of which may be two', () => {
    const config = readConfig({
      MESSENGER_VERIFY_TOKEN: 'fake-new fake-old',
      MESSENGER_APP_SECRET: 'fake-secret',
      MESSENGER_PAGE_ACCESS_TOKEN: 'fake-token fake-old-token',
      MESSENGER_GRAPH_URL: 'https://graph.facebook.com/v25.0/',
    })

    expect(config.messenger).toEqual({
      verifyTokens: ['fake-new', 'fake-old'],
      appSecrets: ['fake-secret'],
      pageAccessToken: 'fake-token',
      graphUrl: 'https://graph.facebook.com/v25.0',
    })
  })

  it('connects no page by some of them, and says which are missing', () => {
    expect(problemsOf({ MESSENGER_APP_SECRET: 'fake-secret' }).map(problem => problem.split(':')[0])).toEqual([
      'MESSENGER_VERIFY_TOKEN',
      'MESSENGER_PAGE_ACCESS_TOKEN',
    ])
    expect(readConfig({}).messenger).toBeUndefined()
  })

  it.each([{ NODE_ENV: 'production' }, { DATABASE_URL: 'postgres://a@b/c' }])(
    'wants a secret for tokens where one that is made would be lost or not shared: %j',
    environment => {
      expect(problemsOf(environment)).toEqual([expect.stringMatching(/^TOKEN_SECRET: must be set/)])
      expect(problemsOf({ ...environment, TOKEN_SECRET: 'fake'.repeat(8) })).toEqual([])
    },
  )

  it('S23: reads lists, and both secrets while they are being changed', () => {
    const config = readConfig({
      WEBSITE_ORIGINS: 'https://powiat.example.pl, https://bip.example.pl:8443',
      TOKEN_SECRET: `${'new'.repeat(11)} ${'old'.repeat(11)}`,
      TRUSTED_PROXIES: '10.0.0.0/8 ::1',
    })

    expect(config.websiteOrigins).toEqual(['https://powiat.example.pl', 'https://bip.example.pl:8443'])
    expect(config.tokenSecrets).toHaveLength(2)
    expect(config.trustedProxies).toEqual(['10.0.0.0/8', '::1'])
  })

  it('S23: never shows a secret', () => {
    const environment = { MicrosoftAppId: 'wrong', MicrosoftAppPassword: 'fake-secret', MicrosoftAppType: 'x' }

    expect(problemsOf(environment).join()).not.toContain('fake-secret')
  })
})

describe('.env.example', () => {
  it('lists every setting, and no other', () => {
    const names = exampleLines().map(line => line.split('=')[0])

    expect(names.sort()).toEqual([...SETTING_NAMES].sort())
  })
})

function exampleLines(): string[] {
  const text = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
  return text.split('\n').filter(line => line !== '' && !line.startsWith('#'))
}

describe('the settings of Azure AI Language', () => {
  const ENDPOINT = 'https://name.cognitiveservices.azure.com'

  it('are absent while there is no endpoint', () => {
    expect(readConfig({}).azureLanguage).toBeUndefined()
  })

  it('need no key, as an identity may do instead', () => {
    expect(readConfig({ AZURE_LANGUAGE_ENDPOINT: ENDPOINT }).azureLanguage).toEqual({
      endpoint: ENDPOINT,
      key: undefined,
      timeoutMs: 500,
      restSeconds: 30,
    })
  })

  it('refuse an address where a message could be read on the way', () => {
    expect(problemsOf({ AZURE_LANGUAGE_ENDPOINT: 'http://name.cognitiveservices.azure.com' })).toEqual([
      expect.stringContaining('AZURE_LANGUAGE_ENDPOINT: must be the endpoint from the Azure portal'),
    ])
  })

  it('refuse a key without an endpoint, and a wait that a citizen would notice', () => {
    expect(problemsOf({ AZURE_LANGUAGE_KEY: 'fake', AZURE_LANGUAGE_MS: '900' })).toEqual([
      'AZURE_LANGUAGE_MS: must be from 50 to 500, but is "900".',
      'AZURE_LANGUAGE_ENDPOINT: must be set when AZURE_LANGUAGE_KEY is. It stands beside the key in the Azure portal.',
    ])
  })
})

describe('the settings of retention', () => {
  it('refuse what would forget too early, or is no number', () => {
    const environment = {
      RETENTION_BOT_DAYS: 'miesiąc',
      RETENTION_CLERK_DAYS: '0',
      RETENTION_KEY_DAYS: '7',
      RETENTION_AUDIT_DAYS: '365',
      RETENTION_HOUR: '24',
    }

    expect(problemsOf(environment)).toEqual([
      expect.stringMatching(/^RETENTION_BOT_DAYS: must be a number above 0 .*, but is "miesiąc"\.$/),
      expect.stringMatching(/^RETENTION_CLERK_DAYS: must be a number above 0 .*, but is "0"\.$/),
      'RETENTION_KEY_DAYS: must be at least 8, as senders repeat for 7 days, but is "7".',
      'RETENTION_AUDIT_DAYS: must be at least 731, as it is kept for two years, but is "365".',
      'RETENTION_HOUR: must be a whole number from 0 to 23, but is "24".',
    ])
  })
})
