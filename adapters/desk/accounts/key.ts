import { createHash, randomBytes } from 'node:crypto'

/** A key that nobody guesses: 256 random bits. */
export function makeKey(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a key. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
