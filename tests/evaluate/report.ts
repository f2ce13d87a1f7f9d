import type { Part } from '../golden/golden.ts'
import type { Assessed } from './assess.ts'
import type { Comparison } from './compare-peers.ts'
import type { Compared } from './compared.ts'
import type { GoldenFigures } from './golden-figures.ts'
import { reliability } from './measures/calibration.ts'
import { type PeerFigures, peerFigures } from './peer-figures.ts'
import type { Robustness } from './robustness.ts'
import { percent, table, withInterval } from './table.ts'
import { bareFigures } from './two-thresholds.ts'

// What `npm run evaluate` prints, as Markdown. Shares are in percent, with the interval of Wilson that holds the true one in 95
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

/** What is measured with the golden questions. */
export type Golden = {
  readonly part: Part
  readonly questions: number
  readonly figures: GoldenFigures
  readonly styles: Readonly<Record<string, GoldenFigures>>
  readonly robustness: Robustness
}

export function goldenReport({ part, questions, figures, styles, robustness }: Golden): string {
  return [
    `### Golden questions, ${part} part: ${questions}`,
    goldenTable(figures),
    '### By style',
    styleTable(styles),
    '### The same questions written worse, with the difference in points',
    robustnessTable(robustness),
  ].join('\n\n')
}

export function foldsReport(validated: readonly Assessed[]): string {
  return [
    `### Sample questions, each asked when it was not learnt: ${validated.length}`,
    foldsTable(validated),
    reliabilityTable(validated),
  ].join('\n\n')
}

export function peersReport(comparison: Comparison, part: Part): string {
  const { engines, coverage, miniSearchSettings, thresholds, few } = comparison
  return [
    `### Engines that learnt the same samples, ${part} part: ${engines[0]?.assessed.length} questions`,
    engineTable(engines, coverage, engines[1]),
    `MiniSearch as it did best on the development part: ${listed(miniSearchSettings)}.`,
    `### The reference with two bare thresholds, set on the development part: ${listed(thresholds)}`,
    bareTable(comparison),
    `### natural, which learns ${few.samples} samples of ${few.topics} topics in the time, and our search with the same`,
    engineTable(few.engines, FEW_COVERAGE, few.engines[0]),
  ].join('\n\n')
}

/** Half of the questions for few topics are out of scope, and must not be answered. */
const FEW_COVERAGE = 0.3

function listed(settings: object): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
}

function goldenTable(figures: GoldenFigures): string {
  return table(
    ['figure', '%', 'of'],
    FIGURES.map(name => [FIGURE_NAMES[name], withInterval(figures[name]), String(figures[name].of)]),
  )
}

function styleTable(styles: Readonly<Record<string, GoldenFigures>>): string {
  const rows = Object.entries(styles).map(([style, figures]) => [
    style,
    String(figures.answeredWrong.of),
    ...([figures.topicFirst, figures.answeredRight, figures.reached, figures.answeredWrong] as const).map(withInterval),
  ])
  return table(['style', 'questions', 'topic first', 'answered right', 'reached', 'answered wrong'], rows)
}

function robustnessTable({ clean, ...disturbed }: Robustness): string {
  const rows = Object.entries(disturbed).map(([writing, figures]) => [
    writing,
    ...(['topicFirst', 'answeredRight', 'reached', 'answeredWrong'] as const).map(name => {
      const points = 100 * (figures[name].share - clean[name].share)
      return `${percent(figures[name].share)} (${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)})`
    }),
  ])
  return table(['written', 'topic first', 'answered right', 'reached', 'answered wrong'], rows)
}

function foldsTable(assessed: readonly Assessed[]): string {
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

function reliabilityTable(assessed: readonly Assessed[]): string {
  const rows = reliability(assessed).map(({ from, to, count, confidence, right }) => [
    `${percent(from)}–${percent(to)}`,
    String(count),
    percent(confidence),
    percent(right),
  ])
  return table(['confidence', 'questions', 'mean confidence', 'right'], rows)
}

function bareTable({ engines, thresholds }: Comparison): string {
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
