import { describe, expect, it } from '@jest/globals'
import { createLog } from '../../adapters/log.ts'

describe('S20: the log', () => {
  it.each([
    ['line breaks', 'a\r\n{"level":50,"msg":"forged"}'],
    ['colours of a terminal', '\u001b[31mred\u009b0m\u0007'],
    ['separators of Unicode', 'a\u2028b\u2029c\u0085d'],
    ['a sign that deletes', 'a\u007fb\u0000'],
  ])('is one line of plain JSON for each entry, whatever stands in it: %s', (_what, error) => {
    const lines: string[] = []

    createLog('info', { write: line => lines.push(line) }).error({ error }, error)

    expect(lines).toEqual([expect.stringMatching(/^\{[^\p{Cc}\u2028\u2029]*\}\n$/u)])
    expect(JSON.parse(lines.join(''))).toMatchObject({ error, msg: error })
  })
})
