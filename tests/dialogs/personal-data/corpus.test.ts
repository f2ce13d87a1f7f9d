import { describe, expect, it } from '@jest/globals'
import { CONVERSATIONS } from '../../fixtures/personal-data/conversations.ts'
import { type CorpusItem, createCorpus } from '../../fixtures/personal-data/corpus.ts'
import { createNearMisses } from '../../fixtures/personal-data/near-misses.ts'
import { falselyFound, inConversations, isFound } from './measure.ts'
import { contentTexts, goldenTexts, phraseTexts } from './texts.ts'

const corpus = createCorpus()

/** Sample questions with made-up personal data, which is rightly found. */
const RIGHTLY_FOUND = /FSW 7K412|FSW 12345|F1 KUBA|600 000 000/

describe('P08: the corpus', () => {
  it('is large, and the same on every run', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(300)
    expect(createCorpus()).toEqual(corpus)
  })

  it.each(['pesel', 'iban', 'email'] as const)('shows at least 99 %% of the valid: %s', kind => {
    const items = corpus.filter(item => item.kind === kind && item.manner !== 'mistyped')

    expect(recall(items)).toBeGreaterThanOrEqual(0.99)
  })

  it('shows at least 98 % of all kinds and manners, mistyped ones beside their word too', () => {
    expect(recall(corpus)).toBeGreaterThanOrEqual(0.98)
  })

  it('has near misses, of which at most 1 % are found', () => {
    const texts = createNearMisses().map(({ text }) => text)

    expect(falselyFound(texts).length).toBeLessThanOrEqual(texts.length / 100)
  })
})

describe('two hundred conversations and messages as people write them', () => {
  const { secrets, missed, falselyFound: masked } = inConversations()

  it('show all that is personal', () => {
    expect(CONVERSATIONS.length).toBeGreaterThanOrEqual(200)
    expect(secrets).toBeGreaterThanOrEqual(170)
    expect(missed).toEqual([])
  })

  it('lose nothing else', () => {
    expect(masked).toEqual([])
  })
})

describe('P08: texts without personal data', () => {
  it.each([
    ['the knowledge base', contentTexts()],
    ['the phrases', phraseTexts()],
    ['the golden questions', goldenTexts()],
  ])('are masked in at most 1 %% of %s', (_, texts) => {
    const masked = falselyFound(texts).filter(({ text }) => !RIGHTLY_FOUND.test(text))

    expect(texts.length).toBeGreaterThan(0)
    expect(masked.length).toBeLessThanOrEqual(texts.length / 100)
  })
})

function recall(items: readonly CorpusItem[]): number {
  return items.filter(isFound).length / items.length
}
