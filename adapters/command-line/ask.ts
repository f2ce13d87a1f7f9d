import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { decide } from '../../dialogs/decide.ts'
import { explain } from '../../dialogs/explain.ts'
import { NOTHING_REMEMBERED } from '../../dialogs/memory.ts'
import { dayInWarsaw, momentInWarsaw } from '../../dialogs/office-time.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { plainText } from '../../dialogs/reply.ts'
import { say } from '../../dialogs/say.ts'
import type { KnowledgeSnapshot } from '../../knowledge/snapshot.ts'
import { derivedFolder, readPrepared } from '../knowledge/derived-knowledge.ts'
import { bareEngine, readSamples } from './bare-index.ts'
import { answerAsked, type Engine, knowledgeEngine, readAsked } from './batch.ts'

const USAGE = `Usage:
  npm run ask -- "ile kosztuje karta parkingowa"     the answer; --why also what decided
  npm run ask -- --batch                             JSON lines in, JSON lines out (see docs/batch.md)
Options:
  --at 2026-12-26T10:00     as if it were then, on the clocks in Warsaw
  --knowledge DIR           another knowledge folder
  --train FILE.jsonl        only with --batch: an index of these sample questions, without our entries
  --language pl|en          only with --train: the language of the samples`

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}

/** Gives the exit status: 0, 1 when a line of a batch was malformed, 2 when the call was. */
async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      batch: { type: 'boolean', default: false },
      why: { type: 'boolean', default: false },
      at: { type: 'string' },
      knowledge: { type: 'string' },
      train: { type: 'string' },
      language: { type: 'string', default: 'pl' },
    },
  })
  const question = positionals.join(' ')
  const isUsed = values.batch ? question === '' : question !== '' && values.train === undefined
  if (!isUsed || !(values.language === 'pl' || values.language === 'en')) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const now = values.at === undefined ? new Date() : readMoment(values.at)
  if (values.train !== undefined) return answerBatch(bareEngine(readSamples(values.train), values.language))

  const knowledge = await loadKnowledge(values.knowledge ?? (process.env.KNOWLEDGE_DIR || 'knowledge/content'))
  if (values.batch) return answerBatch(knowledgeEngine(knowledge, dayInWarsaw(now)))
  process.stdout.write(`${answer(question, knowledge, dayInWarsaw(now), values.why)}\n`)
  return 0
}

function answer(question: string, knowledge: KnowledgeSnapshot, today: string, isExplained: boolean): string {
  const decision = decide(question, NOTHING_REMEMBERED, knowledge)
  const reply = say(decision.outcome, { knowledge, phrases: PHRASES.pl, today, declines: 0 })
  return [plainText(reply), ...(isExplained ? ['', ...explain(question, decision, knowledge)] : [])].join('\n')
}

async function answerBatch(engine: Engine): Promise<number> {
  let status = 0
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    const asked = readAsked(line, number)
    if ('error' in asked) status = 1
    process.stdout.write(`${JSON.stringify('error' in asked ? asked : answerAsked(asked, engine))}\n`)
  }
  return status
}

/** The knowledge of a folder, prepared first where that is stale. */
async function loadKnowledge(folder: string): Promise<KnowledgeSnapshot> {
  const derived = derivedFolder(process.env.DATA_DIR || 'data')
  const prepared = readPrepared(folder, derived)
  if (prepared) return prepared
  const { prepareKnowledge } = await import('../knowledge/prepare-knowledge.ts')
  prepareKnowledge(folder, derived)
  return loadKnowledge(folder)
}

function readMoment(written: string): Date {
  const moment = momentInWarsaw(written)
  if (Number.isNaN(moment.getTime()))
    throw new Error(`--at: "${written}" is no moment. Write it like 2026-12-26T10:00.`)
  return moment
}
