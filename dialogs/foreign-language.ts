import { detect } from 'tinyld'

/** Languages other than Polish that the assistant can say something in. */
export const FOREIGN_LANGUAGES = ['uk', 'en', 'de'] as const

export type ForeignLanguage = (typeof FOREIGN_LANGUAGES)[number]

/** What is told apart here. With fewer languages to choose from, short messages are told apart better. */
const TOLD_APART = ['pl', 'uk', 'ru', 'en', 'de']

/**
 * The language to speak to whoever wrote this, or null for Polish and for what cannot be told.
 *
 * @param heard the ISO 639-1 code that a language service read, which then decides; null where none did.
 */
export function foreignLanguageOf(text: string, heard: string | null): ForeignLanguage | null {
  const code = heard ?? detect(text, { only: TOLD_APART })
  return code === 'pl' || code === '' ? null : spokenTo(code)
}

/** Whoever writes Russian or Belarusian here mostly reads Ukrainian; all others get English. */
function spokenTo(code: string): ForeignLanguage {
  if (code === 'ru' || code === 'be') return 'uk'
  return FOREIGN_LANGUAGES.find(language => language === code) ?? 'en'
}
