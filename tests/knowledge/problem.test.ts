import { describe, expect, it } from '@jest/globals'
import { inReadingOrder, type Problem, printProblem } from '../../knowledge/problem.ts'

function problem(file: string, line: number): Problem {
  return { file, line, message: `is wrong. Mend line ${line}.` }
}

describe('problems', () => {
  it('stand file by file, from top to bottom', () => {
    const sorted = inReadingOrder([
      problem('b.yaml', 2),
      problem('a.yaml', 10),
      problem('b.yaml', 1),
      problem('a.yaml', 9),
    ])

    expect(sorted).toEqual([problem('a.yaml', 9), problem('a.yaml', 10), problem('b.yaml', 1), problem('b.yaml', 2)])
  })

  it('are sorted without a change to the given list', () => {
    const given = [problem('b.yaml', 1), problem('a.yaml', 1)]

    inReadingOrder(given)

    expect(given).toEqual([problem('b.yaml', 1), problem('a.yaml', 1)])
  })

  it('are printed as file, line and message', () => {
    expect(printProblem(problem('office/office-hours.yaml', 14))).toBe(
      'office/office-hours.yaml:14: is wrong. Mend line 14.',
    )
  })
})
