import { describe, expect, it } from '@jest/globals'
import { challengeOf } from '../../../adapters/messenger/verify-token.ts'

const asked = (more: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.verify_token': 'fake-word',
    'hub.challenge': '1158201444',
    ...more,
  })

describe("S07: Meta's look whether the webhook is ours", () => {
  it('is answered with its challenge', () => {
    expect(challengeOf(asked(), ['fake-word'])).toBe('1158201444')
  })

  it('is answered with either token while one is being changed', () => {
    expect(challengeOf(asked(), ['fake-new', 'fake-word'])).toBe('1158201444')
  })

  it.each<Readonly<Record<string, string>>>([
    { 'hub.verify_token': 'fake-wor' },
    { 'hub.verify_token': '' },
    { 'hub.mode': 'unsubscribe' },
    { 'hub.challenge': '' },
    { 'hub.challenge': '<script>alert(1)</script>' },
    { 'hub.challenge': 'a'.repeat(65) },
  ])('is refused with %j', more => {
    expect(challengeOf(asked(more), ['fake-word'])).toBeUndefined()
  })
})
