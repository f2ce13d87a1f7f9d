import { describe, expect, it } from '@jest/globals'
import type { Assessed } from './assess.ts'
import { assessAll } from './assess.ts'
import { peerFigures } from './peer-figures.ts'
import type { Peer } from './peers/peer.ts'
import { bareFigures, chooseThresholds } from './two-thresholds.ts'

const known = (confidence: number, isRight: boolean): Assessed => {
  return { confidence, isRight, isKnown: true, isOutOfScope: false, isAmongThree: true, took: 1 }
}
const outOfScope = (confidence: number): Assessed => {
  return { confidence, isRight: false, isKnown: false, isOutOfScope: true, isAmongThree: false, took: 3 }
}
const assessed = [known(0.9, true), known(0.8, false), known(0.6, true), outOfScope(0.7), outOfScope(0.1)]

describe('the figures of an engine', () => {
  it('are taken at the same coverage for all', () => {
    expect(peerFigures(assessed, 0.4)).toMatchObject({
      first: { count: 2, of: 3 },
      amongThree: { count: 3, of: 3 },
      rightAtCoverage: 0.5,
      outOfScopeRejected: { count: 2, of: 2 },
      separation: expect.closeTo(5 / 6, 10),
      medianMilliseconds: 1,
    })
    expect(peerFigures(assessed, 0.6).outOfScopeRejected).toMatchObject({ count: 1, of: 2 })
  })
})

describe('two bare thresholds', () => {
  it('answer the surest, and ask back in between', () => {
    expect(bareFigures(assessed, { answer: 0.85, askBack: 0.65 })).toMatchObject({
      answeredRight: { count: 1, of: 3 },
      reached: { count: 2, of: 3 },
      answeredWrong: { count: 0, of: 5 },
      outOfScopeAnswered: { count: 0, of: 2 },
      outOfScopeAskedBack: { count: 1, of: 2 },
    })
  })

  it('are as low as the risk allows', () => {
    expect(chooseThresholds(assessed)).toEqual({ answer: 0.81, askBack: 0.71 })
  })
})

describe('assessing an engine', () => {
  const question = { text: 'a', topic: 'right', isOutOfScope: false }
  const ranked = [
    { label: 'reason:unsafe', score: 0.6 },
    { label: 'right', score: 0.4 },
  ]
  const engine = (isProbability: boolean): Peer => ({ name: 'x', isProbability, rank: () => ranked })

  it('looks at the first topic, behind a reason for not answering too', async () => {
    const [found] = await assessAll([question], engine(true))

    expect(found).toMatchObject({ confidence: 0.4, isRight: true, isKnown: true, isAmongThree: true })
  })

  it('takes a reason in front for no answer where scores are no probabilities', async () => {
    const [found] = await assessAll([question], engine(false))

    expect(found).toMatchObject({ confidence: 0, isRight: true })
  })
})
