import crypto from 'node:crypto'
import { describe, expect, it, jest } from '@jest/globals'
import { createPasswordHashing, HashingBusyError } from '../../../../adapters/desk/accounts/password-hash.ts'

const PASSWORD = 'cztery lampy nad jeziorem'

describe('S14: hashing by argon2id', () => {
  const hashing = createPasswordHashing('argon2id')

  it('tells the password from others, with its cost in the hash', async () => {
    const kept = await hashing.hash(PASSWORD)

    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(await hashing.verify(PASSWORD, kept)).toBe(true)
    expect(await hashing.verify(`${PASSWORD} `, kept)).toBe(false)
    expect(await hashing.verify(PASSWORD, null)).toBe(false)
  })
})

describe('S14: hashing by scrypt, where there is no argon2', () => {
  it('says its cost in the hash, and is read by what prefers argon2', async () => {
    const kept = await createPasswordHashing('scrypt').hash(PASSWORD)
    const hashing = createPasswordHashing('argon2id')

    expect(kept).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(await hashing.verify(PASSWORD, kept)).toBe(true)
    expect([hashing.isOld(kept), hashing.isOld(await hashing.hash(PASSWORD))]).toEqual([true, false])
  })
})

describe('S14: hashing', () => {
  it('salts: the same password has another hash each time', async () => {
    const hashing = createPasswordHashing()

    expect(await hashing.hash(PASSWORD)).not.toBe(await hashing.hash(PASSWORD))
  })

  it('takes the same characters for the same password, however they are composed', async () => {
    const hashing = createPasswordHashing()

    expect(await hashing.verify('z\u0301'.repeat(12), await hashing.hash('ź'.repeat(12)))).toBe(true)
  })

  it('hashes two at once, lets some wait, and refuses the rest', async () => {
    let running = 0
    let most = 0
    const finish: (() => void)[] = []
    const slow = jest.spyOn(crypto, 'argon2').mockImplementation((_algorithm, _parameters, callback) => {
      most = Math.max(most, ++running)
      finish.push(() => {
        running--
        callback(null, Buffer.alloc(32))
      })
    })
    const hashing = createPasswordHashing('argon2id')

    const asked = Array.from({ length: 60 }, () => hashing.hash(PASSWORD).catch((error: unknown) => error))
    const ended = Promise.all(asked)
    for (let done = 0; done < 52; done++) {
      while (finish.length === 0) await new Promise(resolve => setImmediate(resolve))
      finish.shift()?.()
    }
    const results = await ended
    slow.mockRestore()

    expect(most).toBe(2)
    expect(results.filter(result => result instanceof HashingBusyError)).toHaveLength(8)
    expect(results.filter(result => typeof result === 'string')).toHaveLength(52)
  })
})
