import { describe, expect, it } from '@jest/globals'
import { isReadableAccent } from '../../../../adapters/website/widget/ui/accent.ts'

describe('an accent that a page gives', () => {
  it.each([
    ['#0b57a4', true],
    ['#767676', true],
    ['#777777', false],
    ['#FFEE00', false],
    ['red', false],
    ['#0b57a4; }', false],
  ])('%s: %s', (colour, isReadable) => {
    expect(isReadableAccent(colour)).toBe(isReadable)
  })
})
