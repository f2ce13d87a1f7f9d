import { describe, expect, it } from '@jest/globals'
import { SignJWT } from 'jose'
import { createChatTokens } from '../../../adapters/website/chat-token.ts'
import type { Clock } from '../../../bot/ports.ts'

const NOW = new Date('2026-11-25T10:00:00Z')
const OLD = 'an-old-secret-of-more-than-32-characters'
const NEW = 'a-new-secret-of-more-than-32-characters'
const CLAIMS = { conversationId: 'c1', userId: 'dl_1', origin: 'https://powiat.example.pl' }

const at =
  (seconds: number): Clock =>
  () =>
    new Date(NOW.getTime() + seconds * 1000)
const tokens = (...secrets: readonly string[]) => createChatTokens(secrets, 1800, at(0))

describe('a token', () => {
  it('says what was signed, until its time is over', async () => {
    const { token, expires_in } = await tokens(NEW).grant(CLAIMS)
    const readAt = (seconds: number) => createChatTokens([NEW], 1800, at(seconds)).read(token)

    expect(expires_in).toBe(1800)
    expect(await readAt(1799)).toEqual(CLAIMS)
    expect(await readAt(1800)).toBeUndefined()
  })

  it('is still good while the secret is being changed, and signed with the new one', async () => {
    const old = await tokens(OLD).grant(CLAIMS)
    const both = tokens(NEW, OLD)
    const fresh = await both.grant(CLAIMS)

    expect(await both.read(old.token)).toEqual(CLAIMS)
    expect(await tokens(NEW).read(fresh.token)).toEqual(CLAIMS)
    expect(await tokens(NEW).read(old.token)).toBeUndefined()
  })

  it.each([
    ['of another purpose', { audience: 'desk', alg: 'HS256' }],
    ['of another way to sign', { audience: 'directline', alg: 'HS512' }],
  ])('%s is refused, though the secret is right', async (_which, { audience, alg }) => {
    const token = await new SignJWT({ conv: 'c1', user: 'dl_1', origin: null })
      .setProtectedHeader({ alg })
      .setIssuer('county-office-assistant')
      .setAudience(audience)
      .setExpirationTime(Math.floor(NOW.getTime() / 1000) + 1800)
      .sign(new TextEncoder().encode(NEW))

    expect(await tokens(NEW).read(token)).toBeUndefined()
  })
})
