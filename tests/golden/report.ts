import { writeFileSync } from 'node:fs'
import { outcomeName } from '../../dialogs/explain.ts'
import { realKnowledge } from '../setup/knowledge.ts'
import { BASELINE_FILE } from './baseline.ts'
import { type Mark, type Marked, markAll, type Part, readQuestions, tallyOf } from './golden.ts'

// `npm run golden`: how the golden questions are decided, and the misses of the development part. `-- --accept` makes the
// figures those that the test will not let get worse.

const MARKS: readonly Mark[] = ['right', 'choice', 'unsure', 'wrong']
const marked = markAll(readQuestions(), realKnowledge())

for (const part of ['development', 'test'] as const) printTable(part)
printMisses(marked.filter(({ question, mark }) => question.part === 'development' && mark !== 'right'))

if (process.argv.includes('--accept')) {
  const tallies = { development: tallyOf(marked, 'development'), test: tallyOf(marked, 'test') }
  writeFileSync(BASELINE_FILE, `${JSON.stringify(tallies, null, 2)}\n`)
}

function printTable(part: Part): void {
  const rows = marked.filter(({ question }) => question.part === part)
  print(`\n${part} part: ${rows.length} questions`)
  print(['kind'.padEnd(18), ...MARKS.map(mark => mark.padStart(8)), 'all'.padStart(8)].join(''))
  for (const kind of new Set(rows.map(({ question }) => question.kind))) {
    printRow(
      kind,
      rows.filter(({ question }) => question.kind === kind),
    )
  }
  printRow('together', rows)
  for (const style of new Set(rows.flatMap(({ question }) => question.style ?? []))) {
    printRow(
      `  ${style}`,
      rows.filter(({ question }) => question.style === style),
    )
  }
}

function printRow(name: string, rows: readonly Marked[]): void {
  const counts = MARKS.map(wanted => String(rows.filter(({ mark }) => mark === wanted).length).padStart(8))
  print([name.padEnd(18), ...counts, String(rows.length).padStart(8)].join(''))
}

function printMisses(misses: readonly Marked[]): void {
  print('\nmisses of the development part')
  for (const { question, outcome, mark } of misses) {
    const wanted = question.topic ?? question.reason ?? question.topics?.join(' | ')
    print(
      `${mark.padEnd(7)} ${[wanted, question.aspect].filter(Boolean).join(' › ')}\n        got ${outcomeName(outcome)}\n        ${question.text}`,
    )
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
