import { findAsTyped } from '../../../../dialogs/personal-data/find-as-typed.ts'
import {
  countWords,
  MAX_ANSWER_WORDS,
  MAX_SENTENCE_WORDS,
  sentences,
} from '../../../../knowledge/lint/plain-language.ts'
import type { MessageLanguage } from '../../wire.ts'
import { TEXTS } from './texts.ts'

/** What a clerk might mend before sending (C11). Advice only: whoever has read it may send. `language`: null for a note. */
export function adviceOn(text: string, language: MessageLanguage | null): readonly string[] {
  const found = findAsTyped(text, [])
  return [
    ...(found.length > 0 ? [TEXTS.found(found.map(({ kind }) => kind))] : []),
    ...(language === 'pl' ? onPlainLanguage(text) : []),
  ]
}

/** How many words there are is not said, as that would be read aloud with each of them. */
function onPlainLanguage(text: string): readonly string[] {
  const isSentenceLong = sentences(text).some(sentence => countWords(sentence) > MAX_SENTENCE_WORDS)
  return [
    ...(isSentenceLong ? [TEXTS.longSentence(MAX_SENTENCE_WORDS)] : []),
    ...(countWords(text) > MAX_ANSWER_WORDS ? [TEXTS.longAnswer(MAX_ANSWER_WORDS)] : []),
  ]
}
