import { createHash, randomBytes } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'

/** What a token lets its bearer do: read and write as one citizen in one conversation, from one website. */
export type ChatClaims = {
  readonly conversationId: string
  readonly userId: string
  /** Null where whoever asked for it did not say. */
  readonly origin: string | null
}

export type ChatTokens = {
  readonly seconds: number
  readonly sign: (claims: ChatClaims, now: Date) => Promise<string>
  /** Gives nothing where the token is not ours, or expired. */
  readonly read: (token: string, now: Date) => Promise<ChatClaims | undefined>
}

const PURPOSE = { issuer: 'county-office-assistant', audience: 'directline' }

/** `user` is where clients of the protocol look for their own name. */
const payload = z.object({ conv: z.string(), user: z.string(), origin: z.string().nullable() })

/** Signs with the first secret and accepts all of them. */
export function createChatTokens(secrets: readonly string[], seconds: number): ChatTokens {
  const keys = secrets.map(secret => new TextEncoder().encode(secret))
  const [signing] = keys
  if (!signing) throw new Error('tokens need a secret')
  return {
    seconds,
    sign({ conversationId: conv, userId: user, origin }, now) {
      const issuedAt = Math.floor(now.getTime() / 1000)
      return new SignJWT({ conv, user, origin })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(PURPOSE.issuer)
        .setAudience(PURPOSE.audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + seconds)
        .sign(signing)
    },
    async read(token, now) {
      for (const key of keys) {
        const claims = await jwtVerify(token, key, { ...PURPOSE, algorithms: ['HS256'], currentDate: now }).then(
          verified => payload.parse(verified.payload),
          () => undefined,
        )
        if (claims) return { conversationId: claims.conv, userId: claims.user, origin: claims.origin }
      }
      return undefined
    },
  }
}

/** A key that nobody guesses: 256 random bits. */
export function makeKey(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a key. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}

/** A citizen's name in the protocol: 128 random bits. */
export function makeUserId(): string {
  return `dl_${randomBytes(16).toString('hex')}`
}
