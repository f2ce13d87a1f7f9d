import { describe, expect, it } from '@jest/globals'
import { wilson } from './measures/wilson.ts'
import { table, withInterval } from './table.ts'

describe('a table', () => {
  it('keeps its columns in line', () => {
    expect(table(['name', '%'], [['a longer name', '1.0']])).toBe(
      ['| name          |   % |', '|---------------|----:|', '| a longer name | 1.0 |'].join('\n'),
    )
  })

  it('writes shares in percent, with their interval', () => {
    expect(withInterval(wilson(50, 100))).toBe('50.0 (40.4–59.6)')
    expect(withInterval(wilson(0, 0))).toBe('–')
  })
})
