import { describe, expect, it } from '@jest/globals'
import {
  readExceptions,
  readSpans,
  WrongHours,
  writeExceptions,
  writeSpans,
} from '../../../../adapters/desk/page/ui/hours-words.ts'

describe('hours in words', () => {
  it.each([
    ['7:30–15:30', [{ from: '07:30', to: '15:30' }]],
    ['07:30-15:30', [{ from: '07:30', to: '15:30' }]],
    ['7.30 — 15.30', [{ from: '07:30', to: '15:30' }]],
    ['8-16', [{ from: '08:00', to: '16:00' }]],
    [
      '7:30–11:00, 12:00–15:30',
      [
        { from: '07:30', to: '11:00' },
        { from: '12:00', to: '15:30' },
      ],
    ],
    ['', []],
  ])('reads %s', (written, spans) => {
    expect(readSpans(written)).toEqual(spans)
  })

  it.each(['rano', '7:30', '7:30–', 'od 8 do 16'])('does not guess what %s means', written => {
    expect(() => readSpans(written)).toThrow(WrongHours)
  })

  it('reads days that are unlike others, and those without hours', () => {
    expect(readExceptions('2026-12-31 7:30–12:00\n\n2027-01-04')).toEqual([
      { day: '2026-12-31', spans: [{ from: '07:30', to: '12:00' }] },
      { day: '2027-01-04', spans: [] },
    ])
    expect(() => readExceptions('31 grudnia 7:30–12:00')).toThrow(WrongHours)
  })

  it('writes what it reads', () => {
    expect(writeSpans(readSpans('7:30-11:00; 12:00-15:30'))).toBe('7:30–11:00, 12:00–15:30')
    const written = '2026-12-31 7:30–12:00\n2027-01-04'
    expect(writeExceptions(readExceptions(written))).toBe(written)
  })
})
