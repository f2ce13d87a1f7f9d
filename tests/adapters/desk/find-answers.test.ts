import { describe, expect, it } from '@jest/globals'
import { findAnswers } from '../../../adapters/desk/find-answers.ts'
import { realKnowledge } from '../../setup/knowledge.ts'

const NOW = new Date('2026-11-25T10:00:00Z')

describe('finding answers for a clerk', () => {
  it('gives the aspect that was asked for, as text, with its source apart', () => {
    const [first] = findAnswers('ile kosztuje karta parkingowa', realKnowledge(), NOW)

    expect(first?.title).toMatch(/^Karta parkingowa/)
    expect(first?.text).toMatch(/21 zł/)
    expect(first?.text).not.toMatch(/Stan na|Źródł/)
    expect(first?.source).toMatch(/https:/)
  })

  it('gives several where the words fit several, and nothing that is only talk', () => {
    expect(findAnswers('karta', realKnowledge(), NOW).length).toBeGreaterThan(1)
    expect(findAnswers('dzień dobry', realKnowledge(), NOW).every(({ text }) => text !== '')).toBe(true)
  })
})
