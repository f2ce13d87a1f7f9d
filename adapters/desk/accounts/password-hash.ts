import crypto, { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** Hashes passwords, few at a time: each takes a core and tens of megabytes. */
export type PasswordHashing = {
  readonly hash: (password: string) => Promise<string>
  /** Tells whether the password is the hashed one. Takes as long without a hash, and says no then. */
  readonly verify: (password: string, kept: string | null) => Promise<boolean>
  /** Whether the hash was made another way than new ones are. */
  readonly isOld: (kept: string) => boolean
}

/** Too many people wait for their passwords to be hashed. */
export class HashingBusyError extends Error {
  constructor() {
    super('too many passwords wait to be hashed')
    this.name = 'HashingBusyError'
  }
}

const AT_ONCE = 2
const MOST_WAITING = 50
const BYTES = 32

/** 19 MiB, 2 passes, 1 lane: the OWASP minimum for argon2id. */
const ARGON2 = { algorithm: 'argon2id', prefix: '$argon2id$v=19$m=19456,t=2,p=1$' } as const

/** For a Node whose OpenSSL lacks argon2. */
const SCRYPT = { algorithm: 'scrypt', prefix: '$scrypt$ln=17,r=8,p=1$' } as const

type Way = typeof ARGON2 | typeof SCRYPT

const scryptKey: (password: string, salt: Buffer, bytes: number, options: crypto.ScryptOptions) => Promise<Buffer> =
  promisify(scrypt)

/** `way`: how new hashes are made. Default argon2id, where this Node has it. */
export function createPasswordHashing(way: Way['algorithm'] = bestWay()): PasswordHashing {
  const gate = createGate()
  const { prefix } = way === 'argon2id' ? ARGON2 : SCRYPT
  const nobodys = `${prefix}${encode(randomBytes(16))}$${encode(randomBytes(BYTES))}`
  return {
    hash: password =>
      gate(async () => {
        const salt = randomBytes(16)
        return `${prefix}${encode(salt)}$${encode(await derive(way, password, salt))}`
      }),
    verify: (password, kept) =>
      gate(async () => {
        const { algorithm, salt, key } = read(kept ?? nobodys)
        return timingSafeEqual(await derive(algorithm, password, salt), key) && kept !== null
      }),
    isOld: kept => !kept.startsWith(prefix),
  }
}

function bestWay(): Way['algorithm'] {
  return typeof crypto.argon2 === 'function' ? 'argon2id' : 'scrypt'
}

/** The same characters are the same password, however a keyboard composes them. */
function derive(algorithm: Way['algorithm'], password: string, salt: Buffer): Promise<Buffer> {
  const message = password.normalize('NFKC')
  if (algorithm === 'scrypt') return scryptKey(message, salt, BYTES, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 })
  return promisify(crypto.argon2)(algorithm, {
    message,
    nonce: salt,
    parallelism: 1,
    tagLength: BYTES,
    memory: 19_456,
    passes: 2,
  })
}

function read(kept: string): { readonly algorithm: Way['algorithm']; readonly salt: Buffer; readonly key: Buffer } {
  const way = [ARGON2, SCRYPT].find(({ prefix }) => kept.startsWith(prefix))
  if (!way) throw new Error('a password was hashed in a way that this version does not know')
  const [salt = '', key = ''] = kept.slice(way.prefix.length).split('$')
  return { algorithm: way.algorithm, salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') }
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

/** Lets few through at once, and some wait in turn. */
function createGate(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0
  return async work => {
    if (running >= AT_ONCE) {
      if (waiting.length >= MOST_WAITING) throw new HashingBusyError()
      await new Promise<void>(resolve => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      // Whoever waits takes the place over, so that nobody slips in between.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
