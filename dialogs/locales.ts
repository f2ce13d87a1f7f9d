import type { ForeignLanguage } from './foreign-language.ts'

/** Names of the languages that replies are written in, as protocols and pages spell them. */
export const LOCALES: Readonly<Record<ForeignLanguage | 'pl', string>> = {
  pl: 'pl-PL',
  uk: 'uk-UA',
  en: 'en-GB',
  de: 'de-DE',
}
