import { describe, expect, it } from '@jest/globals'
import type { Classifier } from '../../../knowledge/search/classifier.ts'
import { search, type TrainedSearch } from '../../../knowledge/search/search.ts'
import { readSearch, storeSearch } from '../../../knowledge/search/stored-search.ts'
import { type Sample, train } from '../../../knowledge/search/train.ts'
import { TOY_QUESTIONS } from './toy-questions.ts'

const topics = { ...train(TOY_QUESTIONS), temperature: 0.7331 }
const aspects = train(TOY_QUESTIONS.map(withAspect))

function withAspect({ text }: Sample): Sample {
  return { text, label: text.includes('kosztuje') ? 'fee' : 'general' }
}

/** Every bit of a classifier, readable when a test fails. */
function bitsOf({ vocabulary, importance, weights, bias, ...rest }: Classifier) {
  return { ...rest, arrays: [vocabulary, importance, weights, bias].map(bits) }
}

function bits(array: ArrayBufferView): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('hex')
}

function shifted(bytes: Uint8Array, offset: number): Uint8Array {
  const room = new Uint8Array(bytes.length + offset)
  room.set(bytes, offset)
  return room.subarray(offset)
}

describe('a stored search', () => {
  it('is read as it was written, to the bit', () => {
    const read = readSearch(storeSearch({ topics, aspects }))

    expect(bitsOf(read.topics)).toEqual(bitsOf(topics))
    expect(read.aspects && bitsOf(read.aspects)).toEqual(bitsOf(aspects))
  })

  it('is read without aspects where it has none', () => {
    const read = readSearch(storeSearch({ topics }))

    expect(read).not.toHaveProperty('aspects')
    expect(bitsOf(read.topics)).toEqual(bitsOf(topics))
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is read the same from byte %d of a larger buffer', offset => {
    const read = readSearch(shifted(storeSearch({ topics, aspects }), offset))

    expect(bitsOf(read.topics)).toEqual(bitsOf(topics))
    expect(read.aspects && bitsOf(read.aspects)).toEqual(bitsOf(aspects))
  })

  it('is read the same from a Buffer', () => {
    const read = readSearch(Buffer.from(storeSearch({ topics })))

    expect(bitsOf(read.topics)).toEqual(bitsOf(topics))
  })

  it('keeps labels with Polish letters', () => {
    const polish: TrainedSearch = { topics: train([{ text: 'łódź', label: 'łódź–żółta' }]) }

    expect(readSearch(storeSearch(polish)).topics.labels).toEqual(['łódź–żółta'])
  })

  it('is written the same each time', () => {
    expect(bits(storeSearch({ topics, aspects }))).toBe(bits(storeSearch({ topics, aspects })))
  })

  it('shares memory with aligned bytes', () => {
    const bytes = storeSearch({ topics })

    expect(readSearch(bytes).topics.weights.buffer).toBe(bytes.buffer)
  })

  it('finds what the written one finds', () => {
    const written = { topics, aspects }

    const read = readSearch(storeSearch(written))

    expect(search('ile kosztuje karta', read)).toEqual(search('ile kosztuje karta', written))
  })

  it('survives an empty classifier', () => {
    expect(readSearch(storeSearch({ topics: train([]) })).topics.labels).toEqual([])
  })
})
