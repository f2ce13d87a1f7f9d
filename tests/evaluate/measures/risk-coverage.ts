import type { Judged } from './judged.ts'

/** Answering only the surest questions: the share that is answered, and the share of these that is wrong. */
export type RiskPoint = { readonly coverage: number; readonly risk: number }

/**
 * The curve from the surest question to all of them (El-Yaniv, Wiener 2010, "On the Foundations of Noise-free Selective
 * Classification"). Questions of equal confidence cannot be told apart, so that they are one step with their mean risk.
 */
export function riskCoverage(judged: readonly Judged[]): readonly RiskPoint[] {
  const losses = lossesBySureness(judged)
  let wrong = 0
  return losses.map((loss, index) => {
    wrong += loss
    return { coverage: (index + 1) / losses.length, risk: wrong / (index + 1) }
  })
}

/** Loss of each question, the surest first; equally sure ones share theirs. */
function lossesBySureness(judged: readonly Judged[]): readonly number[] {
  const equals = new Map<number, number[]>()
  for (const { confidence, isRight } of judged) {
    const losses = equals.get(confidence) ?? []
    losses.push(Number(!isRight))
    equals.set(confidence, losses)
  }
  return [...equals]
    .sort(([a], [b]) => b - a)
    .flatMap(([, losses]) => {
      const each = losses.reduce((a, b) => a + b, 0) / losses.length
      return losses.map(() => each)
    })
}

/** Area under the curve: the mean risk over all coverages. The less, the better. */
export function areaUnderRisk(curve: readonly RiskPoint[]): number {
  return curve.reduce((sum, { risk }) => sum + risk, 0) / curve.length
}

/** The most that can be answered with no more than `most` of the answers wrong. */
export function coverageAtRisk(curve: readonly RiskPoint[], most: number): number {
  return curve.findLast(({ risk }) => risk <= most)?.coverage ?? 0
}

/** Share of wrong answers when the surest `coverage` of the questions are answered. */
export function riskAtCoverage(curve: readonly RiskPoint[], coverage: number): number {
  return curve[Math.max(0, Math.round(coverage * curve.length) - 1)]?.risk ?? Number.NaN
}
