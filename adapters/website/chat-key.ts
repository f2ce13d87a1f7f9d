import { createHash, randomBytes } from 'node:crypto'
import type { ChatKey } from '../../bot/chats.ts'

/** A key that nobody guesses, 256 random bits, and what is kept of it. */
export function makeChatKey(
  kind: ChatKey['kind'],
  lifeMs: number,
  now: Date,
): { readonly key: string; readonly kept: ChatKey } {
  const key = randomBytes(32).toString('base64url')
  return { key, kept: { kind, hash: hashOf(key), expiresAt: new Date(now.getTime() + lifeMs) } }
}

/** What is kept of a key. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
