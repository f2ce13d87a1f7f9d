import { lineChart } from './chart.ts'
import type { Compared } from './compared.ts'
import { reliability } from './measures/calibration.ts'
import { areaUnderRisk, riskAtCoverage, riskCoverage } from './measures/risk-coverage.ts'
import { percent } from './table.ts'

/** Fewer questions than this are chance: no point on the curve of reliability. */
const FEWEST_IN_BIN = 5
const FIRST_COVERAGE = 0.05

export function riskCoverageChart(engines: readonly Compared[], part: string): string {
  const curves = engines.map(({ name, assessed }) => ({ name, curve: riskCoverage(assessed) }))
  const areas = curves.map(({ name, curve }) => `${name} ${percent(areaUnderRisk(curve))} %`).join(', ')
  return lineChart({
    title: `Wrong answers when only the surest are given (${part} part)`,
    description: `Share of the questions that is answered, from left to right, against the share of these answers that is wrong. The lower, the better. Mean share of wrong answers: ${areas}.`,
    xLabel: 'questions answered, the surest first',
    yLabel: 'of these wrong',
    yMost: 0.5,
    series: curves.map(({ name, curve }) => ({
      name,
      points: Array.from({ length: 96 }, (_, step) => FIRST_COVERAGE + step / 100).map(coverage => {
        return { x: coverage, y: Math.min(0.5, riskAtCoverage(curve, coverage)) }
      }),
    })),
  })
}

export function reliabilityChart(engines: readonly Compared[], part: string): string {
  const probable = engines.filter(({ isProbability }) => isProbability)
  const others = engines.filter(({ isProbability }) => !isProbability).map(({ name }) => name)
  return lineChart({
    title: `Is it right as often as it says? (${part} part)`,
    description: `How sure an engine is of its first topic, from left to right, against how often that topic is right. On the diagonal both are equal. Larger dots stand for more questions. Without: ${others.join(', ')}, whose scores are no probabilities.`,
    xLabel: 'how sure it is of its first topic',
    yLabel: 'how often that is right',
    hasDiagonal: true,
    series: probable.map(({ name, assessed }) => ({
      name,
      points: reliability(assessed)
        .filter(({ count }) => count >= FEWEST_IN_BIN)
        .map(({ confidence, right, count }) => ({ x: confidence, y: right, weight: count / assessed.length })),
    })),
  })
}
