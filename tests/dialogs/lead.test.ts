import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { leadOf } from '../../dialogs/lead.ts'
import { train } from '../../knowledge/search/train.ts'
import { TOY_QUESTIONS } from '../knowledge/search/toy-questions.ts'

const classifier = train(TOY_QUESTIONS)

describe('the lead of the likeliest label', () => {
  it('names it and the runner-up', () => {
    const lead = leadOf('karta parkingowa na łódź', classifier)

    expect([lead?.first, lead?.second]).toEqual(['parking-card', 'boat-registration'])
  })

  it('shows which words speak for which of the two', () => {
    const lead = leadOf('karta parkingowa na łódź', classifier)

    const of = (words: string) => lead?.shares.find(share => share.words === words)?.share ?? 0
    expect(of('parkingowa')).toBeGreaterThan(0)
    expect(of('lodz')).toBeLessThan(0)
  })

  it('begins with the most telling word', () => {
    const sizes = leadOf('ile kosztuje karta parkingowa', classifier)?.shares.map(({ share }) => Math.abs(share)) ?? []

    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })

  it('leaves out words that it does not know', () => {
    const words = leadOf('karta qqq', classifier)?.shares.map(share => share.words)

    expect(words).toContain('karta')
    expect(words).not.toContain('qqq')
  })

  it('has shares that add up to 1 at most', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('karta', 'łódź', 'urząd', 'godziny', 'xyz', 'kosztuje')), some => {
        const sum = leadOf(some.join(' '), classifier)?.shares.reduce((all, { share }) => all + Math.abs(share), 0) ?? 0

        expect(sum).toBeLessThan(1.0001)
      }),
    )
  })

  it('is none where there is nothing to choose from', () => {
    expect(leadOf('karta', train([{ text: 'karta', label: 'a' }]))).toBeUndefined()
  })
})
