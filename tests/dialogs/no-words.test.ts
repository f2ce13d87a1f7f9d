import { describe, expect, it } from '@jest/globals'
import { noWords } from '../../dialogs/no-words.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = createKnowledge()

describe('a message without words', () => {
  it.each(['', '   ', '?', '...', '😀😀', '👍🏻', 'a', '7', 'k ?', '\u0000', '\ud83d', '\u200b', '–––'])(
    'is not understood: %j',
    text => {
      expect(noWords(questionOf(text, knowledge))).toEqual({ kind: 'decline', reason: 'not-understood' })
    },
  )

  it.each(['ok', 'karta', '😀 karta', '12', 'żó'])('is not what has a word of two signs: %j', text => {
    expect(noWords(questionOf(text, knowledge))).toBeUndefined()
  })
})
