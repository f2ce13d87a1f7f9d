import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createKey, seal, unseal } from '../../../adapters/storage/seal.ts'

const TEXT = 'mój numer 44051401359 😀'

describe('a sealed text', () => {
  it('is read with its key as it was written, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const key = createKey()

        expect(unseal(seal(text, key), key)).toBe(text)
      }),
    )
  })

  it('shows nothing of the text', () => {
    const sealed = Buffer.from(seal(TEXT, createKey()))

    expect(sealed.includes('44051401359')).toBe(false)
  })

  it('is another one each time', () => {
    const key = createKey()

    expect(seal(TEXT, key)).not.toEqual(seal(TEXT, key))
  })

  it('is not read with another key', () => {
    const sealed = seal(TEXT, createKey())

    expect(unseal(sealed, createKey())).toBeUndefined()
  })

  it('is not read where any of its bytes was changed', () => {
    const key = createKey()
    const sealed = seal(TEXT, key)

    for (const index of sealed.keys()) {
      const changed = sealed.with(index, (sealed[index] ?? 0) ^ 1)
      expect(unseal(changed, key)).toBeUndefined()
    }
  })

  it('is not read where some of it is missing', () => {
    const key = createKey()
    const sealed = seal(TEXT, key)

    for (const length of sealed.keys()) expect(unseal(sealed.subarray(0, length), key)).toBeUndefined()
  })

  it('is not read where some of its tag is missing, even of an empty text', () => {
    const key = createKey()

    expect(unseal(seal('', key).subarray(0, 16), key)).toBeUndefined()
  })
})

describe('a key', () => {
  it('has 32 bytes, and is another one each time', () => {
    expect(createKey()).toHaveLength(32)
    expect(createKey()).not.toEqual(createKey())
  })
})
