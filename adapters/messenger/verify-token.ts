import { createHash, timingSafeEqual } from 'node:crypto'

/** What Meta asks to be sent back; anything else might be somebody's script. */
const CHALLENGE = /^[\w-]{1,64}$/

/** The challenge to send back to whoever subscribes with one of our tokens; nothing for anybody else. */
export function challengeOf(query: URLSearchParams, tokens: readonly string[]): string | undefined {
  const challenge = query.get('hub.challenge') ?? ''
  const isRight = query.get('hub.mode') === 'subscribe' && isOneOf(query.get('hub.verify_token') ?? '', tokens)
  return isRight && CHALLENGE.test(challenge) ? challenge : undefined
}

/** Compares hashes, so that neither length nor content shows in the time it takes. */
function isOneOf(given: string, tokens: readonly string[]): boolean {
  return tokens.some(token => timingSafeEqual(hash(given), hash(token)))
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
