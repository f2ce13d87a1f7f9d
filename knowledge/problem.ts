/** Something wrong with a content file. Printed as `file:line: message`; the message says what is wrong and what to do. */
export type Problem = {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly message: string
}

/** Sorted as an editor works: file by file, from top to bottom. */
export function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}

export function printProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}: ${problem.message}`
}
