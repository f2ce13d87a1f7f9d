import { parseArgs } from 'node:util'
import { dayInWarsaw } from '../../dialogs/office-time.ts'
import { checkContent } from '../../knowledge/check.ts'
import { type Problem, printProblem } from '../../knowledge/problem.ts'
import { loadFolder } from '../knowledge/derived-knowledge.ts'
import { KnowledgeError } from '../knowledge/knowledge-error.ts'

const USAGE = 'Usage: npm run knowledge -- check [--strict] [--knowledge DIR]'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { strict: { type: 'boolean', default: false }, knowledge: { type: 'string' } },
})

if (positionals.join(' ') !== 'check') {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  const folder = values.knowledge ?? (process.env.KNOWLEDGE_DIR || 'knowledge/content')
  try {
    process.exitCode = check(folder, values.strict)
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}

/** Prints everything at once; gives the exit status. */
function check(folder: string, strict: boolean): number {
  const report = checkContent(loadFolder(folder), dayInWarsaw(new Date()))
  const show = (title: string, problems: readonly Problem[]): void => {
    if (problems.length === 0) return
    const lines = problems.map(problem => `  ${printProblem({ ...problem, file: `${folder}/${problem.file}` })}`)
    process.stdout.write(`${title} (${problems.length})\n${lines.join('\n')}\n\n`)
  }
  show('Errors', report.errors)
  show('To be looked at again', report.due)
  show('To be supplied by the office', report.missing)
  show('Not confirmed by the office', report.unconfirmed)

  const failed = report.errors.length > 0 || (strict && report.unconfirmed.length > 0)
  process.stdout.write(
    `${report.errors.length} errors, ${report.due.length} due for review, ${report.missing.length} missing facts, ` +
      `${report.unconfirmed.length} unconfirmed entries: ${failed ? 'not in order' : 'in order'}.\n`,
  )
  return failed ? 1 : 0
}
