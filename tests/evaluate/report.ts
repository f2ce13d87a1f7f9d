import type { Assessed } from './assess.ts'
import type { Compared, Comparison } from './compare-peers.ts'
import type { GoldenFigures } from './golden-figures.ts'
import { reliability } from './measures/calibration.ts'
import { type PeerFigures, peerFigures } from './peer-figures.ts'
import type { Robustness } from './robustness.ts'
import { percent, table, withInterval } from './table.ts'
import { bareFigures } from './two-thresholds.ts'

// What `npm run evaluate` prints, part by part. Shares are in percent, with the interval of Wilson that holds the true one in 95
// of 100 cases.

const FIGURE_NAMES: Readonly<Record<keyof GoldenFigures, string>> = {
  topicFirst: 'right topic first (search alone), of those with an answer',
  answeredRight: 'answered right, of those with an answer',
  rightChoice: 'asked back with the right choice, of those with an answer',
  reached: 'reached: right or the right choice, of those with an answer',
  answeredWrong: 'answered wrong, of all',
  declinedRight: 'declined or handed over for the right reason, of those not to be answered',
  outOfScopeAnswered: 'out of scope, answered as if known',
  outOfScopeAskedBack: 'out of scope, asked back',
  personRecognised: 'wish for a person recognised',
  followUpRight: 'follow-up right',
}
const FIGURES = Object.keys(FIGURE_NAMES) as (keyof GoldenFigures)[]

export function goldenTable(figures: GoldenFigures): string {
  return table(
    ['figure', '%', 'of'],
    FIGURES.map(name => [FIGURE_NAMES[name], withInterval(figures[name]), String(figures[name].of)]),
  )
}

export function styleTable(styles: Readonly<Record<string, GoldenFigures>>): string {
  const rows = Object.entries(styles).map(([style, figures]) => [
    style,
    String(figures.answeredWrong.of),
    ...([figures.topicFirst, figures.answeredRight, figures.reached, figures.answeredWrong] as const).map(withInterval),
  ])
  return table(['style', 'questions', 'topic first', 'answered right', 'reached', 'answered wrong'], rows)
}

export function robustnessTable({ clean, ...disturbed }: Robustness): string {
  const rows = Object.entries(disturbed).map(([writing, figures]) => [
    writing,
    ...(['topicFirst', 'answeredRight', 'reached', 'answeredWrong'] as const).map(name => {
      const points = 100 * (figures[name].share - clean[name].share)
      return `${percent(figures[name].share)} (${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)})`
    }),
  ])
  return table(['written', 'topic first', 'answered right', 'reached', 'answered wrong'], rows)
}

export function crossValidationTable(assessed: readonly Assessed[]): string {
  const figures = peerFigures(assessed, 1)
  return table(
    ['figure', 'value'],
    [
      ['right topic first', withInterval(figures.first)],
      ['right topic among three', withInterval(figures.amongThree)],
      ['expected calibration error, points', percent(figures.calibrationError)],
      ['answered with 2 % of the answers wrong', percent(figures.coverageAtTwoPercent)],
      ['answered with 5 % of the answers wrong', percent(figures.coverageAtFivePercent)],
      ['area under risk and coverage', percent(figures.areaUnderRisk)],
      ['known told from out of scope (AUROC)', percent(figures.separation)],
    ],
  )
}

export function reliabilityTable(assessed: readonly Assessed[]): string {
  const rows = reliability(assessed).map(({ from, to, count, confidence, right }) => [
    `${percent(from)}–${percent(to)}`,
    String(count),
    percent(confidence),
    percent(right),
  ])
  return table(['confidence', 'questions', 'mean confidence', 'right'], rows)
}

export function peersTable({ engines, coverage }: Comparison): string {
  return engineTable(engines, coverage, engines[1])
}

export function fewTable({ few: { engines } }: Comparison): string {
  return engineTable(engines, 0.5, engines[0])
}

export function bareTable({ engines, thresholds }: Comparison): string {
  const reference = engines.find(({ name }) => name === 'the reference')
  if (!reference) throw new Error('the reference was not compared')
  const figures = bareFigures(reference.assessed, thresholds)
  return table(
    ['answered right', 'reached', 'answered wrong', 'out of scope answered', 'asked back'],
    [
      [
        figures.answeredRight,
        figures.reached,
        figures.answeredWrong,
        figures.outOfScopeAnswered,
        figures.outOfScopeAskedBack,
      ].map(withInterval),
    ],
  )
}

/** Times are ratios to `own`. */
function engineTable(engines: readonly Compared[], coverage: number, own: Compared | undefined): string {
  const ownFigures = own && peerFigures(own.assessed, coverage)
  const rows = engines.map(engine => {
    const figures = peerFigures(engine.assessed, coverage)
    return [
      engine.name,
      withInterval(figures.first),
      percent(figures.amongThree.share),
      percent(figures.rightAtCoverage),
      percent(figures.outOfScopeRejected.share),
      percent(figures.areaUnderRisk),
      percent(figures.separation),
      engine.isProbability ? percent(figures.calibrationError) : '–',
      ratio(figures.medianMilliseconds, ownFigures?.medianMilliseconds),
      ratio(engine.trainSeconds, own?.trainSeconds),
    ]
  })
  const answered = `right of the surest ${percent(coverage)} %`
  return table(
    ['engine', 'first', 'of three', answered, 'out of scope rejected', 'AURC', 'AUROC', 'ECE', 'query ×', 'training ×'],
    rows,
  )
}

function ratio(value: number, to: number | undefined): string {
  return to ? (value / to).toFixed(value / to < 10 ? 2 : 0) : '–'
}

/** The same figures for `--json`. */
export function peersJson({ engines, coverage, ...rest }: Comparison): object {
  const figures = ({ assessed, ...engine }: Compared): object & PeerFigures => {
    return { ...engine, ...peerFigures(assessed, coverage) }
  }
  const few = { ...rest.few, engines: rest.few.engines.map(figures) }
  return { ...rest, coverage, engines: engines.map(figures), few }
}
