import { createRequire } from 'node:module'
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
  const code = heard ?? loadDetector().detect(text, { only: TOLD_APART })
  return code === 'pl' || code === '' ? null : spokenTo(code)
}

/** Whoever writes Russian or Belarusian here mostly reads Ukrainian; all others get English. */
function spokenTo(code: string): ForeignLanguage {
  if (code === 'ru' || code === 'be') return 'uk'
  return FOREIGN_LANGUAGES.find(language => language === code) ?? 'en'
}
