import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { dayInWarsaw } from '../../dialogs/office-time.ts'
import { readBase } from '../../knowledge/base.ts'
import { checkContent } from '../../knowledge/check.ts'
import { inReadingOrder, type Problem, printProblem } from '../../knowledge/problem.ts'
import { reportOn } from '../../knowledge/report.ts'
import { loadFolder } from '../knowledge/derived-knowledge.ts'
import { KnowledgeError, knowledgeError } from '../knowledge/knowledge-error.ts'
import { reportPage, reportText } from './knowledge-report.ts'

const USAGE = `Użycie:
  npm run knowledge -- check [--strict]       co jest źle, czego brakuje i czego urząd nie potwierdził (--strict: to też błąd)
  npm run knowledge -- report [--html PLIK]   stan bazy dla urzędu, także jako strona (zwykle data/knowledge-report.html)
Opcja: --knowledge KATALOG                    inna baza wiedzy`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    strict: { type: 'boolean', default: false },
    knowledge: { type: 'string' },
    html: { type: 'string', default: 'data/knowledge-report.html' },
  },
})
const folder = values.knowledge ?? (process.env.KNOWLEDGE_DIR || 'knowledge/content')
const today = dayInWarsaw(new Date())

try {
  process.exitCode = run(positionals.join(' '))
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

/** Gives the exit status. */
function run(command: string): number {
  switch (command) {
    case 'check':
      return check(values.strict)
    case 'report':
      return report(values.html)
    default:
      process.stderr.write(`${USAGE}\n`)
      return 2
  }
}

function report(page: string): number {
  const { base, problems } = readBase(loadFolder(folder))
  if (!base) throw knowledgeError(folder, inReadingOrder(problems))
  const state = reportOn(base, today)
  mkdirSync(dirname(page), { recursive: true })
  writeFileSync(page, reportPage(state))
  process.stdout.write(`${reportText(state)}\n\nTo samo jako strona: ${page}\n`)
  return 0
}

/** Prints everything at once. */
function check(strict: boolean): number {
  const { errors, due, missing, unconfirmed } = checkContent(loadFolder(folder), today)
  show('Błędy', errors)
  show('Do ponownego sprawdzenia', due)
  show('Do uzupełnienia', missing)
  show('Bez potwierdzenia urzędu', unconfirmed)

  const failed = errors.length > 0 || (strict && unconfirmed.length > 0)
  process.stdout.write(
    `Błędy: ${errors.length}, do sprawdzenia: ${due.length}, do uzupełnienia: ${missing.length}, ` +
      `bez potwierdzenia: ${unconfirmed.length}. ${failed ? 'Baza wymaga poprawek' : 'Baza jest w porządku'}.\n`,
  )
  return failed ? 1 : 0
}

function show(title: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return
  const lines = problems.map(problem => `  ${printProblem({ ...problem, file: `${folder}/${problem.file}` })}`)
  process.stdout.write(`${title} (${problems.length})\n${lines.join('\n')}\n\n`)
}
