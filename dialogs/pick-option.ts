import { words } from '../knowledge/polish/words.ts'
import { outcomeForTopic } from './answer-question.ts'
import type { Choice } from './choice.ts'
import type { Dialog, Question } from './dialog.ts'
import type { Outcome } from './outcome.ts'

const ORDINALS = ['pierwsze', 'drugie', 'trzecie', 'czwarte', 'piate', 'szoste']

/** Takes up what was offered before: by the words on the button, by its number, or by „pierwsze”. */
export const pickOption: Dialog = question => {
  const choice = pickedChoice(question)
  return choice && outcomeOfPick(choice, question)
}

function pickedChoice({ words: written, memory }: Question): Choice | undefined {
  const text = written.join(' ')
  const numbered = memory.choices.findIndex((_, index) => text === String(index + 1) || text === ORDINALS[index])
  return memory.choices.find((choice, index) => index === numbered || words(choice.label).join(' ') === text)
}

function outcomeOfPick({ pick }: Choice, { knowledge }: Question): Outcome {
  switch (pick.kind) {
    case 'topic':
      return outcomeForTopic(pick.topic, 'general', knowledge)
    case 'aspect':
      return outcomeForTopic(pick.topic, pick.aspect, knowledge)
    case 'whole':
      return { kind: 'answer', topic: pick.topic, aspect: pick.aspect, whole: true }
    case 'something-else':
      return { kind: 'smalltalk', topic: 'conversation-what-can-you-do' }
    case 'person':
      return { kind: 'handoff', reason: 'asked-for-person', topic: null }
  }
}
