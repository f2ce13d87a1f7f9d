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

const USAGE = `Usage:
  npm run knowledge -- check [--strict]      everything that is wrong, missing or unconfirmed
  npm run knowledge -- report [--html FILE]  the state of the base for the office, and as a page (default data/knowledge-report.html)
Option: --knowledge DIR                      another knowledge folder`

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
  process.stdout.write(`${reportText(state)}\n\nThe same as a page: ${page}\n`)
  return 0
}

/** Prints everything at once. */
function check(strict: boolean): number {
  const { errors, due, missing, unconfirmed } = checkContent(loadFolder(folder), today)
  show('Errors', errors)
  show('To be looked at again', due)
  show('To be supplied by the office', missing)
  show('Not confirmed by the office', unconfirmed)

  const failed = errors.length > 0 || (strict && unconfirmed.length > 0)
  process.stdout.write(
    `${errors.length} errors, ${due.length} due for review, ${missing.length} missing facts, ` +
      `${unconfirmed.length} unconfirmed entries: ${failed ? 'not in order' : 'in order'}.\n`,
  )
  return failed ? 1 : 0
}

function show(title: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return
  const lines = problems.map(problem => `  ${printProblem({ ...problem, file: `${folder}/${problem.file}` })}`)
  process.stdout.write(`${title} (${problems.length})\n${lines.join('\n')}\n\n`)
}
