import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { markAll, type Part, readQuestions } from '../golden/golden.ts'
import { realKnowledge } from '../setup/knowledge.ts'
import type { Assessed } from './assess.ts'
import { reliabilityChart, riskCoverageChart } from './charts.ts'
import type { Comparison } from './compare-peers.ts'
import { figuresByStyle, goldenFigures } from './golden-figures.ts'
import { peerFigures } from './peer-figures.ts'
import {
  bareTable,
  crossValidationTable,
  fewTable,
  goldenTable,
  peersJson,
  peersTable,
  reliabilityTable,
  robustnessTable,
  styleTable,
} from './report.ts'
import { robustness } from './robustness.ts'

const USAGE = `Usage: npm run evaluate -- [--part test|development] [--no-peers] [--json FILE] [--docs]
  --part      which golden questions; only the development part may be looked at for tuning. Default test.
  --no-peers  leaves the other engines out
  --json      writes all figures to FILE too
  --docs      writes tables and charts into docs/ too
`
const DOCUMENT = 'docs/measurements.md'

const options = readOptions()
if (options) await evaluate(options)
else {
  process.stderr.write(USAGE)
  process.exitCode = 2
}

type Options = {
  readonly part: Part
  readonly peers: boolean
  readonly json?: string | undefined
  readonly docs: boolean
}

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        part: { type: 'string', default: 'test' },
        'no-peers': { type: 'boolean', default: false },
        json: { type: 'string' },
        docs: { type: 'boolean', default: false },
      },
    })
    const { part, json, docs } = values
    const peers = !values['no-peers']
    if ((part !== 'test' && part !== 'development') || (docs && !peers)) return undefined
    return { part, peers, json, docs }
  } catch {
    return undefined
  }
}

async function evaluate({ part, peers, json, docs }: Options): Promise<void> {
  const knowledge = realKnowledge()
  const longParts = [inWorker<readonly Assessed[]>('cross-validation', part)] as const
  const comparing = peers ? inWorker<Comparison>('peers', part) : undefined

  const questions = readQuestions().filter(question => question.part === part)
  const marked = markAll(questions, knowledge)
  const golden = goldenFigures(marked, knowledge)
  const styles = figuresByStyle(marked, knowledge)
  const robust = robustness(questions, knowledge)
  const sections: string[] = []
  const show = (...lines: readonly string[]): void => {
    sections.push(lines.join('\n\n'))
    process.stdout.write(`\n${lines.join('\n\n')}\n`)
  }
  show(`### Golden questions, ${part} part: ${questions.length}`, goldenTable(golden))
  show('### By style', styleTable(styles))
  show('### The same questions written worse, with the difference in points', robustnessTable(robust))

  const crossValidated = await longParts[0]
  show(
    `### Sample questions, each asked when it was not learnt: ${crossValidated.length}`,
    crossValidationTable(crossValidated),
    reliabilityTable(crossValidated),
  )

  const comparison = await comparing
  if (comparison) {
    show(
      `### Peers, all taught the same samples, ${part} part: ${comparison.engines[0]?.assessed.length}`,
      peersTable(comparison),
    )
    show(
      `MiniSearch's settings, the best of the development part: ${JSON.stringify(comparison.miniSearchSettings)}`,
      `### The reference with two bare thresholds, chosen on the development part: ${JSON.stringify(comparison.thresholds)}`,
      bareTable(comparison),
    )
    show(
      `### natural learns ${comparison.few.samples} samples of ${comparison.few.topics} topics in the time; ours the same`,
      fewTable(comparison),
    )
  }

  if (json) {
    const cross = { ...peerFigures(crossValidated, 1) }
    const all = { part, questions: questions.length, golden, styles, robustness: robust, crossValidation: cross }
    writeFileSync(json, `${JSON.stringify({ ...all, peers: comparison && peersJson(comparison) }, null, 2)}\n`)
  }
  if (docs && comparison) {
    writeFileSync('docs/search-risk-coverage.svg', riskCoverageChart(comparison.engines, part))
    writeFileSync('docs/search-reliability.svg', reliabilityChart(comparison.engines, part))
    writeFigures(sections.join('\n\n'))
  }
}

function inWorker<T>(task: string, part: Part): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { task, part } })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** Puts the figures between their two marks. */
function writeFigures(figures: string): void {
  const [before, rest] = readFileSync(DOCUMENT, 'utf8').split(/(?<=<!-- figures: .*-->\n)/)
  const after = rest?.slice(rest.indexOf('<!-- end of figures -->'))
  if (!after) throw new Error(`${DOCUMENT}: has no place for the figures. Put back its marks "<!-- figures: … -->".`)
  writeFileSync(DOCUMENT, `${before}\n${figures}\n\n${after}`)
}
