import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { isSigned } from '../../../adapters/messenger/signature.ts'
import { APP_SECRET } from '../../setup/graph-stand-in.ts'

const BODY = readFileSync('tests/golden/messenger/text.payload')

/** Made with: openssl dgst -sha256 -hmac fake-app-secret tests/golden/messenger/text.payload */
const DIGITS = '2e0ec3fd25eb8f1582ae5379d29714ea2456b9e54d9be15fb800d09ce0e42593'
const SIGNATURE = `sha256=${DIGITS}`

describe('S06: a signature over a body with Polish letters', () => {
  it('is right over the exact bytes, where Meta writes them as \\uXXXX', () => {
    expect(isSigned(BODY, SIGNATURE, [APP_SECRET])).toBe(true)
  })

  it('is wrong over the same JSON written anew', () => {
    const again = Buffer.from(JSON.stringify(JSON.parse(BODY.toString('utf8'))))

    expect(isSigned(again, SIGNATURE, [APP_SECRET])).toBe(false)
  })

  it('is right with either secret while one is being changed', () => {
    expect(isSigned(BODY, SIGNATURE, ['fake-new', APP_SECRET])).toBe(true)
  })

  it('is wrong where one byte is another', () => {
    const changed = Buffer.from(BODY)
    changed[50] = (changed[50] ?? 0) ^ 1

    expect(isSigned(changed, SIGNATURE, [APP_SECRET])).toBe(false)
  })

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['short', SIGNATURE.slice(0, -2)],
    ['long', `${SIGNATURE}00`],
    ['of SHA-1 only', `sha1=${DIGITS.slice(0, 40)}`],
    ['in upper case', `sha256=${DIGITS.toUpperCase()}`],
    ['without its name', DIGITS],
    ['of another secret', `sha256=${'0'.repeat(64)}`],
  ])('is wrong where it is %s', (_how, signature) => {
    expect(isSigned(BODY, signature, [APP_SECRET])).toBe(false)
  })

  it('is wrong where we have no secret', () => {
    expect(isSigned(BODY, SIGNATURE, [])).toBe(false)
  })
})
