import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

// AES-256-GCM: nonce (12 bytes), tag (16 bytes), ciphertext.

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

export function createKey(): Uint8Array {
  return randomBytes(32)
}

/** Encrypts a text so that only the key can read it. */
export function seal(text: string, key: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext])
}

/** Reads what `seal` wrote. Nothing where the key is another one, as after a backup without keys, or the bytes were changed. */
export function unseal(sealed: Uint8Array, key: Uint8Array): string | undefined {
  try {
    return decipher(sealed, key)
  } catch {
    return undefined
  }
}

function decipher(sealed: Uint8Array, key: Uint8Array): string {
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const opened = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
  opened.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const ciphertext = sealed.subarray(NONCE_BYTES + TAG_BYTES)
  return Buffer.concat([opened.update(ciphertext), opened.final()]).toString('utf8')
}
