import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Clock } from '../../bot/ports.ts'

/** What a token lets its bearer do: read and write as one citizen in one conversation, from one website. */
export type ChatClaims = {
  readonly conversationId: string
  readonly userId: string
  /** Null where whoever asked for it did not say. */
  readonly origin: string | null
}

/** A token as Direct Line gives it; the names are the protocol's. */
export type Grant = { readonly conversationId: string; readonly token: string; readonly expires_in: number }

export type ChatTokens = {
  readonly grant: (claims: ChatClaims) => Promise<Grant>
  /** Gives nothing where the token is not ours, or expired. */
  readonly read: (token: string) => Promise<ChatClaims | undefined>
}

const PURPOSE = { issuer: 'county-office-assistant', audience: 'directline' }

/** `user` is where clients of the protocol look for their own name. */
const payload = z.object({ conv: z.string(), user: z.string(), origin: z.string().nullable() })

/** Signs with the first secret and accepts all of them. A `clock` that goes back would make good again what expired. */
export function createChatTokens(secrets: readonly string[], lifeSeconds: number, clock: Clock): ChatTokens {
  const keys = secrets.map(secret => new TextEncoder().encode(secret))
  const [signing] = keys
  if (!signing) throw new Error('tokens need a secret')
  return {
    async grant({ conversationId, userId: user, origin }) {
      const issuedAt = Math.floor(clock().getTime() / 1000)
      const token = await new SignJWT({ conv: conversationId, user, origin })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(PURPOSE.issuer)
        .setAudience(PURPOSE.audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifeSeconds)
        .sign(signing)
      return { conversationId, token, expires_in: lifeSeconds }
    },
    async read(token) {
      const currentDate = clock()
      for (const key of keys) {
        const claims = await jwtVerify(token, key, { ...PURPOSE, algorithms: ['HS256'], currentDate }).then(
          verified => payload.parse(verified.payload),
          () => undefined,
        )
        if (claims) return { conversationId: claims.conv, userId: claims.user, origin: claims.origin }
      }
      return undefined
    },
  }
}
