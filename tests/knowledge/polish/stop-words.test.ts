import { describe, expect, it } from '@jest/globals'
import { fold } from '../../../knowledge/polish/fold.ts'
import { STOP_WORDS } from '../../../knowledge/polish/stop-words.ts'

describe('the stop words', () => {
  it.each(['jak', 'czy', 'na', 'sie', 'gdzie', 'ze'])('have "%s"', word => {
    expect(STOP_WORDS.has(word)).toBe(true)
  })

  it.each(['karta', 'dowod', 'oplata', 'urzad', 'się'])('have no "%s"', word => {
    expect(STOP_WORDS.has(word)).toBe(false)
  })

  it('are folded', () => {
    const unfolded = [...STOP_WORDS].filter(word => fold(word) !== word)

    expect(unfolded).toEqual([])
  })
})
