import { describe, expect, it } from '@jest/globals'
import { realKnowledge } from '../setup/knowledge.ts'
import { readBaseline } from './baseline.ts'
import { markAll, readQuestions, tallyOf } from './golden.ts'

const knowledge = realKnowledge()
const questions = readQuestions()
const marked = markAll(questions, knowledge)
const baseline = readBaseline()

describe('golden questions', () => {
  it.each(['development', 'test'] as const)('reach the right topic as often as they did: %s part', part => {
    expect(tallyOf(marked, part).reached).toBeGreaterThanOrEqual(baseline[part].reached)
  })

  it.each(['development', 'test'] as const)('are answered wrongly no more often than they were: %s part', part => {
    expect(tallyOf(marked, part).wrong).toBeLessThanOrEqual(baseline[part].wrong)
  })

  it('are at least four for each entry, and sixty out of scope', () => {
    const few = [...knowledge.entries.keys()].filter(id => questions.filter(({ topic }) => topic === id).length < 4)

    expect(few).toEqual([])
    expect(questions.filter(({ reason }) => reason === 'out-of-scope').length).toBeGreaterThanOrEqual(60)
  })

  it('are none of the samples', () => {
    const samples = new Set(
      [...knowledge.entries.values()].flatMap(({ questions: asked }) => Object.values(asked).flat()),
    )

    expect(questions.filter(({ text }) => samples.has(text))).toEqual([])
  })
})
