import { STOP_WORDS } from '../knowledge/polish/stop-words.ts'
import type { Aspect } from '../knowledge/topic.ts'
import { outcomeForTopic } from './answer-question.ts'
import type { Dialog } from './dialog.ts'

/** Folded beginnings of words that ask about an aspect without naming a topic. */
const ASPECT_WORDS: readonly (readonly [Aspect, RegExp])[] = [
  ['fee', /^(koszt|kosztuj|cen|oplat|zaplac|plac|drog|tani|zlot|stawk)/],
  ['documents', /^(dokument|papier|zalacznik|formularz|wniosek|druk|blankiet|zabrac|przyniesc|dolaczyc)/],
  ['deadline', /^(termin|dlugo|czas|dni|trwa|czeka|kiedy|zdaz)/],
  ['place', /^(gdzie|adres|miejsc|pokoj|okienk)/],
  ['how', /^(internet|online|elektroniczn|poczt|list|mail|osobisc|zalatwi|zlozy)/],
  ['consequences', /^(kar[aey]?$|grozi|konsekwencj|skutk|mandat|spozni)/],
  ['appeal', /^(odwola|odwolyw|zaskarz|odmow)/],
  ['legal-basis', /^(podstaw|prawn|przepis|ustaw|artykul)/],
  ['who', /^kto$/],
]

const MOST_WORDS = 8

/** "a ile to kosztuje?" asks about what was just talked about: it has only stop words and words that name an aspect. */
export const followUp: Dialog = ({ words, memory, knowledge }) => {
  if (memory.topic === null || words.length === 0 || words.length > MOST_WORDS) return undefined
  const aspects = words.map(aspectOfWord)
  const aspect = aspects.find(each => each !== undefined)
  const isBare = words.every((word, index) => aspects[index] !== undefined || STOP_WORDS.has(word))
  return aspect && isBare ? outcomeForTopic(memory.topic, aspect, knowledge) : undefined
}

function aspectOfWord(word: string): Aspect | undefined {
  return ASPECT_WORDS.find(([, pattern]) => pattern.test(word))?.[0]
}
