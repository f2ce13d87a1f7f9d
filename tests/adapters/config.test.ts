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

  it('takes the first of two passwords', () => {
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

  it('reads a secret from its file', () => {
    const path = join(temporaryFolder(), 'password')
    writeFileSync(path, 'fake-from-file\n')

    const config = readConfig({ MicrosoftAppId: APP_ID, MicrosoftAppPassword_FILE: path })

    expect(config.azureBot?.password).toBe('fake-from-file')
  })

  it('says which secret file is not there', () => {
    const environment = { MicrosoftAppId: APP_ID, MicrosoftAppPassword_FILE: '/nowhere' }

    expect(problemsOf(environment)[0]).toMatch(/MicrosoftAppPassword_FILE: the file "\/nowhere" does not exist/)
  })

  it('never shows a secret', () => {
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
