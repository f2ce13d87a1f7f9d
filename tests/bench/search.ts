import { derivedFolder, loadFolder, readPrepared } from '../../adapters/knowledge/derived-knowledge.ts'
import { decide, MAX_CHARACTERS } from '../../dialogs/decide.ts'
import { NOTHING_REMEMBERED } from '../../dialogs/memory.ts'
import { type KnowledgeBase, readBase } from '../../knowledge/base.ts'
import type { Classifier } from '../../knowledge/search/classifier.ts'
import { search, type TrainedSearch } from '../../knowledge/search/search.ts'
import { trainSearch } from '../../knowledge/search/train-search.ts'
import { readQuestions } from '../golden/golden.ts'
import { realKnowledge } from '../setup/knowledge.ts'

// `npm run bench -- search`: what a question costs, and how that grows with the number of entries.

const FOLDER = 'knowledge/content'
const ROUNDS = 10
const LOADS = 5

/** The base is trained anew with so many of its entries. */
const SHARES = [0.25, 0.5, 1]

export function benchSearch(): void {
  const knowledge = realKnowledge()
  const texts = readQuestions().map(question => question.text)
  const longest = texts.join(' ').slice(0, MAX_CHARACTERS)

  const loads = Array.from({ length: LOADS }, () => milliseconds(() => readPrepared(FOLDER, derivedFolder('data'))))
  const queries = times(texts, text => search(text, knowledge.search))
  const decisions = times(texts, text => decide(text, NOTHING_REMEMBERED, knowledge))
  const long = times(Array(20).fill(longest), text => decide(text, NOTHING_REMEMBERED, knowledge))
  print(`loading             ${at(loads, 0.5)} ms (median of ${LOADS})`)
  print(`memory              ${(bytesOf(knowledge.search) / 1e6).toFixed(1)} MB of arrays`)
  print(`search, a question  ${at(queries, 0.5)} ms (p50), ${at(queries, 0.99)} ms (p99)`)
  print(`decision            ${at(decisions, 0.5)} ms (p50), ${at(decisions, 0.99)} ms (p99)`)
  print(`2,000 characters    ${at(long, 0.5)} ms (p50), ${at(long, 0.99)} ms (p99)`)
  printGrowth(texts)
}

function printGrowth(texts: readonly string[]): void {
  const { base } = readBase(loadFolder(FOLDER))
  if (!base) throw new Error('the knowledge has problems: npm run knowledge -- check')
  const rows = SHARES.map(share => {
    const part = partOf(base, share)
    const before = process.cpuUsage()
    const trained = trainSearch(part)
    const seconds = process.cpuUsage(before).user / 1e6
    return {
      entries: part.entries.length,
      seconds,
      query: percentile(
        times(texts, text => search(text, trained)),
        0.5,
      ),
    }
  })
  const whole = rows.at(-1)
  print('\nentries   training (processor time)   question (p50)     as a share of all entries')
  for (const { entries, seconds, query } of rows) {
    const shares = whole ? `${(seconds / whole.seconds).toFixed(2)} · ${(query / whole.query).toFixed(2)}` : ''
    print(
      `${String(entries).padStart(7)}   ${seconds.toFixed(1).padStart(23)} s   ${query.toFixed(3).padStart(11)} ms     ${shares}`,
    )
  }
}

function partOf(base: KnowledgeBase, share: number): KnowledgeBase {
  return {
    ...base,
    entries: base.entries.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share)),
  }
}

function bytesOf({ topics, aspects }: TrainedSearch): number {
  const of = ({ vocabulary, importance, scale, bias, weights }: Classifier) =>
    [vocabulary, importance, scale, bias, weights].reduce((sum, array) => sum + array.byteLength, 0)
  return of(topics) + (aspects ? of(aspects) : 0)
}

/** Milliseconds of each call, the first round left out. */
function times(texts: readonly string[], ask: (text: string) => unknown): readonly number[] {
  for (const text of texts) ask(text)
  return Array.from({ length: ROUNDS }, () => texts.map(text => milliseconds(() => ask(text)))).flat()
}

function milliseconds(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function at(values: readonly number[], share: number): string {
  return percentile(values, share).toFixed(3)
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
