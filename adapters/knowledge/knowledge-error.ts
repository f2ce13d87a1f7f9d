import { type Problem, printProblem } from '../../knowledge/problem.ts'

/** The knowledge folder cannot be served. Its message is for whoever runs the service. */
export class KnowledgeError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'KnowledgeError'
  }
}

/** Lists every problem of a folder at once. */
export function knowledgeError(folder: string, problems: readonly Problem[]): KnowledgeError {
  const lines = problems.map(problem => `  ${printProblem({ ...problem, file: `${folder}/${problem.file}` })}`)
  return new KnowledgeError(`Baza wiedzy w ${folder} wymaga poprawek:\n${lines.join('\n')}`)
}
