import { describe, expect, it } from '@jest/globals'
import { ambiguousWords } from '../../dialogs/ambiguous-words.ts'
import { realKnowledge } from '../setup/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = realKnowledge()

describe('words that fit several topics', () => {
  it.each(['duplikat', 'Duplikat?', 'DUPLIKAT'])('are asked back: %s', text => {
    const outcome = ambiguousWords(questionOf(text, knowledge))

    expect(outcome).toEqual({ kind: 'clarify', topics: expect.arrayContaining(['driving-licence-duplicate']) })
  })

  it('are left alone in a sentence', () => {
    expect(ambiguousWords(questionOf('zgubiłem prawo jazdy, chcę duplikat', knowledge))).toBeUndefined()
  })
})
