import { describe, expect, it } from '@jest/globals'
import { DARK, LIGHT } from '../../adapters/colours.ts'

/** What is read on what, and how much it has to stand out (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS: readonly (readonly [front: string, backs: readonly string[], least: number])[] = [
  ['ink', ['paper', 'paper-2', 'accent-2', 'clerk-2', 'warn-2'], 4.5],
  ['ink-soft', ['paper', 'paper-2'], 4.5],
  ['accent', ['paper', 'paper-2', 'clerk-2'], 4.5],
  ['on-accent', ['accent'], 4.5],
  ['clerk', ['paper', 'clerk-2'], 4.5],
  ['warn', ['paper', 'warn-2'], 4.5],
  ['error', ['paper', 'paper-2'], 4.5],
  ['paper', ['error'], 4.5],
  ['field', ['paper', 'paper-2'], 3],
]

function colours(sheet: string): ReadonlyMap<string, string> {
  return new Map(
    [...sheet.matchAll(/--([a-z0-9-]+):[^;]*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('%s colours', (_name, sheet) => {
  const all = colours(sheet)

  it('V01: stand out from what is behind them', () => {
    const weak = PAIRS.flatMap(([front, backs, least]) =>
      backs
        .map(back => ({ pair: `${front} on ${back}`, is: contrast(all.get(front) ?? '', all.get(back) ?? '') }))
        .filter(({ is }) => !(is >= least)),
    )

    expect(weak).toEqual([])
  })
})
