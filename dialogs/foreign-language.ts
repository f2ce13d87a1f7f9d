/** Languages other than Polish that the assistant can say something in. */
export const FOREIGN_LANGUAGES = ['uk', 'en', 'de'] as const

export type ForeignLanguage = (typeof FOREIGN_LANGUAGES)[number]
