import { describe, expect, it } from '@jest/globals'
import { generateKeyPair, SignJWT } from 'jose'
import { type KeySet, readClaims } from '../../../adapters/bot-framework/token-gate.ts'

const ACTIVITY = { channelId: 'webchat', serviceUrl: 'https://smba.trafficmanager.net/emea' }

describe('the token gate', () => {
  it('asks the sender to come again while the keys cannot be had', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid: 'key-1' }).sign(privateKey)
    const unreachable = async (): Promise<never> => {
      throw new TypeError('fetch failed')
    }
    const keySet: KeySet = Object.assign(unreachable, { jwks: () => undefined })

    const claims = readClaims(`Bearer ${token}`, ACTIVITY, { appId: 'app', keySet })

    await expect(claims).rejects.toMatchObject({ status: 503, code: 'NoKeys', retryAfterSeconds: 5 })
  })
})
