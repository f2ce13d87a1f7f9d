import { describe, expect, it } from '@jest/globals'
import { type KnowledgeBase, readBase } from '../../knowledge/base.ts'
import { sampleFolder } from '../knowledge/sample-folder.ts'
import { foldsOf } from './folds.ts'
import { samplesOf } from './samples.ts'

describe('folds of the sample questions', () => {
  const base = baseOf()
  const folds = foldsOf(base, 2)

  it('hold each question out once, and learn the others', () => {
    const heldOut = folds.flatMap(fold => fold.heldOut)
    const asked = samplesOf(base).filter(({ text }) => heldOut.some(each => each.text === text))

    expect(heldOut.length).toBeGreaterThan(2)
    expect(asked.length).toBe(heldOut.length)
    for (const fold of folds) {
      const learnt = new Set(samplesOf(fold.learnt).map(({ text }) => text))

      expect(fold.heldOut.filter(({ text }) => learnt.has(text))).toEqual([])
    }
  })

  it('are of the same size', () => {
    const sizes = folds.map(({ heldOut }) => heldOut.length)

    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  })
})

function baseOf(): KnowledgeBase {
  const { base } = readBase(sampleFolder())
  if (!base) throw new Error('the sample folder has a fault')
  return base
}
