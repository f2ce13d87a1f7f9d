import { describe, expect, it } from '@jest/globals'
import { calibrationError, reliability } from './measures/calibration.ts'
import type { Judged } from './measures/judged.ts'
import { areaUnderRisk, coverageAtRisk, riskAtCoverage, riskCoverage } from './measures/risk-coverage.ts'
import { separation } from './measures/separation.ts'
import { proportion, wilson } from './measures/wilson.ts'

// Every expected figure was worked out by hand.

const judged: readonly Judged[] = [
  { confidence: 0.9, isRight: true },
  { confidence: 0.8, isRight: true },
  { confidence: 0.7, isRight: false },
  { confidence: 0.6, isRight: true },
]

describe('the interval of Wilson', () => {
  it('is 0.944–1 for 64 of 64, 0.404–0.596 for 50 of 100', () => {
    expect(wilson(64, 64)).toMatchObject({ share: 1, low: expect.closeTo(0.94337, 4), high: expect.closeTo(1, 10) })
    expect(wilson(50, 100)).toMatchObject({ low: expect.closeTo(0.40383, 4), high: expect.closeTo(0.59617, 4) })
  })

  it('is the whole range for nothing', () => {
    expect(wilson(0, 0)).toMatchObject({ share: Number.NaN, low: 0, high: 1 })
  })

  it('counts what a statement holds for', () => {
    expect(proportion([1, 2, 3, 4], each => each > 3)).toMatchObject({ count: 1, of: 4, share: 0.25 })
  })
})

describe('calibration', () => {
  it('puts questions of like confidence together', () => {
    expect(reliability(judged, 2)).toEqual([
      { from: 0.5, to: 1, count: 4, confidence: expect.closeTo(0.75, 10), right: 0.75 },
    ])
  })

  it('is the mean distance between confidence and being right', () => {
    expect(calibrationError(judged, 2)).toBeCloseTo(0, 10)
    expect(calibrationError(judged, 10)).toBeCloseTo((0.1 + 0.2 + 0.7 + 0.4) / 4, 10)
  })

  it('keeps a confidence of 1 in the last bin', () => {
    expect(reliability([{ confidence: 1, isRight: true }])).toMatchObject([{ from: 0.9, to: 1, count: 1 }])
  })
})

describe('risk and coverage', () => {
  const curve = riskCoverage(judged)

  it('answers the surest first', () => {
    expect(curve.map(({ coverage }) => coverage)).toEqual([0.25, 0.5, 0.75, 1])
    expect(curve.map(({ risk }) => risk)).toEqual([0, 0, 1 / 3, 1 / 4])
  })

  it('has the mean risk as its area', () => {
    expect(areaUnderRisk(curve)).toBeCloseTo(7 / 48, 10)
  })

  it('tells the most that is answered at a risk, and the risk at a coverage', () => {
    expect(coverageAtRisk(curve, 0.25)).toBe(1)
    expect(coverageAtRisk(curve, 0.2)).toBe(0.5)
    expect(riskAtCoverage(curve, 0.75)).toBeCloseTo(1 / 3, 10)
  })

  it('does not depend on the order of equally sure questions', () => {
    const equals = judged.map(each => ({ ...each, confidence: 1 }))

    expect(riskCoverage(equals).map(({ risk }) => risk)).toEqual([0.25, 0.25, 0.25, 0.25])
  })
})

describe('separation of known and unknown', () => {
  it('is 1 when every known question is surer, 0 when none is', () => {
    expect(separation([0.8, 0.9], [0.1, 0.2])).toBe(1)
    expect(separation([0.1, 0.2], [0.8, 0.9])).toBe(0)
  })

  it('counts equals half', () => {
    expect(separation([0.5, 0.9], [0.5, 0.1])).toBe(0.875)
  })
})
