import { describe, expect, it } from '@jest/globals'
import { foldsOf } from './folds.ts'
import { readContent, samplesOf } from './samples.ts'

describe('folds of the sample questions', () => {
  const base = readContent()
  const all = samplesOf(base)
  const folds = foldsOf(base, 5)

  it('hold each question out once, and learn the others', () => {
    const asked = folds.flatMap(({ heldOut }) => heldOut)

    expect(new Set(asked.map(({ text, label }) => `${label} ${text}`)).size).toBe(asked.length)
    for (const { learnt, heldOut } of folds) expect(samplesOf(learnt).length + heldOut.length).toBe(all.length)
  })

  it('hold out the same share of every topic', () => {
    const shares = folds.map(({ heldOut }) => heldOut.filter(({ label }) => label === 'parking-card').length)

    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
  })
})
