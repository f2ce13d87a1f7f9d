/** Signs that nobody sees: they turn the direction of what follows, or hide between letters. Those that join emoji stay. */
const UNSEEN = /[\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** The text without signs that could make it look like another one. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, '')
}
