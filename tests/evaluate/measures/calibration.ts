import type { Judged } from './judged.ts'

/** Questions with about the same confidence. */
export type ReliabilityBin = {
  readonly from: number
  readonly to: number
  readonly count: number
  /** Mean confidence. */
  readonly confidence: number
  /** Share that was right. */
  readonly right: number
}

/** Bins of equal width from 0 to 1; empty ones are left out. Confidences outside count to the nearest bin. */
export function reliability(judged: readonly Judged[], bins = 10): readonly ReliabilityBin[] {
  const binOf = ({ confidence }: Judged) => Math.min(bins - 1, Math.max(0, Math.floor(confidence * bins)))
  return Array.from({ length: bins }, (_, bin) => ({ bin, inside: judged.filter(each => binOf(each) === bin) }))
    .filter(({ inside }) => inside.length > 0)
    .map(({ bin, inside }) => ({
      from: bin / bins,
      to: (bin + 1) / bins,
      count: inside.length,
      confidence: mean(inside.map(each => each.confidence)),
      right: mean(inside.map(each => Number(each.isRight))),
    }))
}

/**
 * Expected calibration error: how far confidence is from being right, on average over the questions (Guo, Pleiss, Sun,
 * Weinberger 2017, "On Calibration of Modern Neural Networks").
 */
export function calibrationError(judged: readonly Judged[], bins = 10): number {
  return reliability(judged, bins).reduce(
    (sum, bin) => sum + (bin.count / judged.length) * Math.abs(bin.confidence - bin.right),
    0,
  )
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}
