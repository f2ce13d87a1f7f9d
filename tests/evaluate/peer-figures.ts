import type { Assessed } from './assess.ts'
import { calibrationError } from './measures/calibration.ts'
import { areaUnderRisk, coverageAtRisk, riskAtCoverage, riskCoverage } from './measures/risk-coverage.ts'
import { separation } from './measures/separation.ts'
import { type Proportion, proportion } from './measures/wilson.ts'

/** What a ranking engine is worth, whatever it is made of. Shares are from 0 to 1. */
export type PeerFigures = {
  /** Of the questions that have an answer, the right topic first. */
  readonly first: Proportion
  readonly amongThree: Proportion
  /** Right of those answered, when the surest `coverage` of all questions are answered. */
  readonly rightAtCoverage: number
  /** Out-of-scope questions that are then not answered. */
  readonly outOfScopeRejected: Proportion
  readonly areaUnderRisk: number
  readonly coverageAtTwoPercent: number
  readonly coverageAtFivePercent: number
  /** How often a question that has an answer is surer than one out of scope. */
  readonly separation: number
  /** Expected calibration error. */
  readonly calibrationError: number
  readonly medianMilliseconds: number
}

/** @param coverage share of the questions that is answered, the same for all that are compared */
export function peerFigures(assessed: readonly Assessed[], coverage: number): PeerFigures {
  const known = assessed.filter(({ isKnown }) => isKnown)
  const outOfScope = assessed.filter(({ isOutOfScope }) => isOutOfScope)
  const curve = riskCoverage(assessed)
  const leastSure = byConfidence(assessed)[Math.max(0, Math.round(coverage * assessed.length) - 1)]?.confidence ?? 0
  return {
    first: proportion(known, ({ isRight }) => isRight),
    amongThree: proportion(known, ({ isAmongThree }) => isAmongThree),
    rightAtCoverage: 1 - riskAtCoverage(curve, coverage),
    outOfScopeRejected: proportion(outOfScope, ({ confidence }) => confidence < leastSure || confidence === 0),
    areaUnderRisk: areaUnderRisk(curve),
    coverageAtTwoPercent: coverageAtRisk(curve, 0.02),
    coverageAtFivePercent: coverageAtRisk(curve, 0.05),
    separation: separation(
      known.map(({ confidence }) => confidence),
      outOfScope.map(({ confidence }) => confidence),
    ),
    calibrationError: calibrationError(assessed),
    medianMilliseconds: assessed.map(({ took }) => took).sort((a, b) => a - b)[Math.floor(assessed.length / 2)] ?? 0,
  }
}

function byConfidence(assessed: readonly Assessed[]): readonly Assessed[] {
  return [...assessed].sort((a, b) => b.confidence - a.confidence)
}
