import { describe, expect, it } from '@jest/globals'
import { askIfHuman } from '../../dialogs/ask-if-human.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { realKnowledge } from '../setup/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = realKnowledge()
const decided = (text: string) => askIfHuman(questionOf(text, knowledge))

describe('P01: the question who answers', () => {
  it.each([
    'czy rozmawiam z człowiekiem?',
    'Czy ja rozmawiam z człowiekiem czy z botem',
    'czy pisze z prawdziwą osobą',
    'rozmawiam z automatem czy z pracownikiem?',
    'czy piszę teraz z żywą osobą',
    'czy rozmawiam z człowiekiem, czy nie?',
    'rozmawiam z botem czy nie',
    'nie wiem, czy piszę z człowiekiem',
    'czy nie rozmawiam czasem z automatem?',
    'czy rozmawiam z człowiekiem, a nie z botem?',
  ])('gets the truth: %s', text => {
    expect(decided(text)).toEqual({ kind: 'smalltalk', topic: 'conversation-are-you-human' })
  })

  it.each([
    'chcę rozmawiać z człowiekiem',
    'czy mogę porozmawiać z pracownikiem',
    'dlaczego rozmawiam z botem, czy nie ma ludzi',
    'nie rozmawiam z botem',
    'nie rozmawiam z botem, czy jest tam pracownik',
    'czy mogę rozmawiać z kimś, kto nie jest botem',
    'czy pisze się podanie',
  ])('is not heard in: %s', text => {
    expect(decided(text)).toBeUndefined()
  })

  it('is left to the search where no entry answers it', () => {
    expect(askIfHuman(questionOf('czy rozmawiam z człowiekiem', createKnowledge()))).toBeUndefined()
  })
})
