import { describe, expect, it } from '@jest/globals'
import { SignJWT } from 'jose'
import { createChatTokens } from '../../../adapters/website/chat-token.ts'

const NOW = new Date('2026-11-25T10:00:00Z')
const OLD = 'an-old-secret-of-more-than-32-characters'
const NEW = 'a-new-secret-of-more-than-32-characters'
const CLAIMS = { conversationId: 'c1', userId: 'dl_1', origin: 'https://powiat.example.pl' }

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

describe('a token', () => {
  it('says what was signed, until its time is over', async () => {
    const tokens = createChatTokens([NEW], 1800)
    const { token, expires_in } = await tokens.grant(CLAIMS, NOW)

    expect(expires_in).toBe(1800)
    expect(await tokens.read(token, later(1799))).toEqual(CLAIMS)
    expect(await tokens.read(token, later(1800))).toBeUndefined()
  })

  it('is still good while the secret is being changed, and signed with the new one', async () => {
    const old = await createChatTokens([OLD], 1800).grant(CLAIMS, NOW)
    const both = createChatTokens([NEW, OLD], 1800)
    const fresh = await both.grant(CLAIMS, NOW)

    expect(await both.read(old.token, NOW)).toEqual(CLAIMS)
    expect(await createChatTokens([NEW], 1800).read(fresh.token, NOW)).toEqual(CLAIMS)
    expect(await createChatTokens([NEW], 1800).read(old.token, NOW)).toBeUndefined()
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

    expect(await createChatTokens([NEW], 1800).read(token, NOW)).toBeUndefined()
  })
})
