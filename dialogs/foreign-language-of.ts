import { createRequire } from 'node:module'
import { STOP_WORDS } from '../knowledge/polish/stop-words.ts'
import { words } from '../knowledge/polish/words.ts'
import { FOREIGN_LANGUAGES, type ForeignLanguage } from './foreign-language.ts'

/** What is told apart here. With fewer languages to choose from, short messages are told apart better. */
const TOLD_APART = ['pl', 'uk', 'ru', 'en', 'de']

/** Its tables take 50 MB and 0.2 s, so they are loaded with the first message that the search does not cover. */
const loadDetector = (): typeof import('tinyld') => createRequire(import.meta.url)('tinyld')

/**
 * The language to speak to whoever wrote this, or null for Polish and for what cannot be told.
 *
 * @param heard the ISO 639-1 code that a language service read, which then decides; null where none did.
 */
export function foreignLanguageOf(text: string, heard: string | null): ForeignLanguage | null {
  const code = heard ?? told(text)
  return code === 'pl' || code === '' ? null : spokenTo(code)
}

/** Three words without diacritics look like English to the detector, once in thirty times: Polish small words tell better. */
function told(text: string): string {
  const code = loadDetector().detect(text, { only: TOLD_APART })
  return words(text).some(word => isPolish(word, code)) ? 'pl' : code
}

const SHORTEST_TELLING = 3

/** Folded Polish stop words that other languages have, too. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  en: ['one', 'ten', 'was', 'pan', 'ale'],
  de: ['ich', 'sie', 'was', 'dam'],
}

function isPolish(word: string, code: string): boolean {
  return word.length >= SHORTEST_TELLING && STOP_WORDS.has(word) && !SHARED[code]?.includes(word)
}

/** Whoever writes Russian or Belarusian here mostly reads Ukrainian; all others get English. */
function spokenTo(code: string): ForeignLanguage {
  if (code === 'ru' || code === 'be') return 'uk'
  return FOREIGN_LANGUAGES.find(language => language === code) ?? 'en'
}
