import { describe, expect, it } from '@jest/globals'
import { clockWords, timeWords } from '../../../../adapters/desk/page/ui/time-words.ts'

const NOW = Date.parse('2026-11-25T07:00:00Z')

describe('when something was', () => {
  it.each([
    ['2026-11-25T06:05:00Z', '7:05'],
    ['2026-11-24T23:30:00Z', '0:30'],
    ['2026-11-24T22:30:00Z', '24 listopada 23:30'],
  ])('%s, at eight in the morning in the office, is %s', (at, words) => {
    expect(clockWords(at, NOW)).toBe(words)
  })

  it.each([
    [30, 'teraz'],
    [-5, 'teraz'],
    [240, '4\u00A0min'],
    [7_200, '2\u00A0godz.'],
    [86_400, '1\u00A0dzień'],
    [259_200, '3\u00A0dni'],
  ])('%d s ago is %s', (seconds, words) => {
    expect(timeWords(new Date(NOW - seconds * 1000).toISOString(), NOW)).toBe(words)
  })
})
