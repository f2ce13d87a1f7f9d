import { describe, expect, it } from '@jest/globals'
import { maskEvent } from '../../bot/mask-event.ts'
import { citizenWrites, originOf } from './events.ts'

const MIB = 1024 * 1024

function textOf(text: string): string {
  const { event } = maskEvent(citizenWrites(text), [])
  return event.kind === 'citizen-wrote' ? event.text : ''
}

describe('S21: a message that is longer than anybody types', () => {
  it('is kept as far as it is read, with a sign that it went on', () => {
    const { event, original } = maskEvent(citizenWrites(`pesel 44051401359 ${'a'.repeat(MIB)}`), [])

    expect(event).toMatchObject({ text: `pesel [PESEL] ${'a'.repeat(19_982)} […]` })
    expect(original).toHaveLength(20_004)
  })

  it('is kept whole up to there', () => {
    expect(textOf('a'.repeat(20_000))).toBe('a'.repeat(20_000))
  })

  it('is the same for a sentence about a clerk', () => {
    const event = { kind: 'citizen-rated-clerk', stars: 5, comment: 'a'.repeat(MIB), origin: originOf() } as const

    expect(maskEvent(event, []).event).toMatchObject({ comment: `${'a'.repeat(2000)} […]` })
  })
})
