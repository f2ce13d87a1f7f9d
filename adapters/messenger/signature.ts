import { createHmac, timingSafeEqual } from 'node:crypto'

/** Shape of `X-Hub-Signature-256`: Meta writes the digits in lower case. */
const SIGNED = /^sha256=([0-9a-f]{64})$/

/**
 * Whether a body was signed with one of the app's secrets. Over the exact bytes: Meta signs non-ASCII letters as `\uXXXX`, so
 * a body that was parsed and written anew has another signature.
 * https://developers.facebook.com/docs/messenger-platform/webhooks#validate-payloads
 */
export function isSigned(body: Buffer, signature: string | undefined, secrets: readonly string[]): boolean {
  const [, digits] = SIGNED.exec(signature ?? '') ?? []
  if (digits === undefined) return false
  const given = Buffer.from(digits, 'hex')
  return secrets.some(secret => timingSafeEqual(createHmac('sha256', secret).update(body).digest(), given))
}
