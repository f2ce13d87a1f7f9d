import { writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { markAll, type Part, readQuestions } from '../golden/golden.ts'
import { realKnowledge } from '../setup/knowledge.ts'
import type { Assessed } from './assess.ts'
import type { Comparison } from './compare-peers.ts'
import { figuresByStyle, goldenFigures } from './golden-figures.ts'
import { reliability } from './measures/calibration.ts'
import { peerFigures } from './peer-figures.ts'
import { foldsReport, goldenReport, peersJson, peersReport } from './report.ts'
import { robustness } from './robustness.ts'
import { writeDocs } from './write-docs.ts'

export type Options = {
  readonly part: Part
  /** Compares with other engines. */
  readonly peers: boolean
  /** Validates over the sample questions. */
  readonly folds: boolean
  /** Where to write all figures. */
  readonly json?: string | undefined
  readonly docs: boolean
}

/** Measures and prints part by part, as each is ready. */
export async function evaluate({ part, peers, folds, json, docs }: Options): Promise<void> {
  const knowledge = realKnowledge()
  const validating = folds ? inWorker<readonly Assessed[]>('folds', part) : undefined
  const comparing = peers ? inWorker<Comparison>('peers', part) : undefined

  const questions = readQuestions().filter(question => question.part === part)
  const marked = markAll(questions, knowledge)
  const golden = {
    part,
    questions: questions.length,
    figures: goldenFigures(marked, knowledge),
    styles: figuresByStyle(marked, knowledge),
    robustness: robustness(questions, knowledge),
  }
  const reports = [print(goldenReport(golden))]
  if (peers || folds) process.stderr.write('\nThe rest has to be trained first, which takes some minutes.\n')
  const validated = await validating
  if (validated) reports.push(print(foldsReport(validated)))
  const comparison = await comparing
  if (comparison) reports.push(print(peersReport(comparison, part)))

  if (json) {
    const crossValidation = validated && { ...peerFigures(validated, 1), reliability: reliability(validated) }
    const figures = { ...golden, crossValidation, peers: comparison && peersJson(comparison) }
    writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`)
  }
  if (docs && comparison) writeDocs(reports.join('\n\n'), comparison.engines, part)
}

function print(report: string): string {
  process.stdout.write(`\n${report}\n`)
  return report
}

/** The two long tasks run beside each other, one on each core. */
function inWorker<T>(task: 'folds' | 'peers', part: Part): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { task, part } })
  worker.once('message', resolve)
  worker.once('error', reject)
  return promise
}
