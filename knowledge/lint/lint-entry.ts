import type { Entry } from '../entry.ts'
import { type EntryText, entryTexts } from '../entry-texts.ts'
import type { Parsed } from '../parse.ts'
import type { Problem } from '../problem.ts'
import { countWords, lintText, MAX_ANSWER_WORDS, MAX_ITEM_WORDS } from './plain-language.ts'

/** Applies the plain-language rules to every text of an entry, and the limits of length to its lists and its answer. */
export function lintEntry(entry: Parsed<Entry>): readonly Problem[] {
  const texts = entryTexts(entry.value)
  const problemAt = (path: readonly PropertyKey[], message: string): Problem => ({
    file: entry.file,
    line: entry.lineOf(path),
    message: `wpis „${entry.value.id}”: ${message}`,
  })

  return [
    ...texts.flatMap(({ path, text }) => lintText(text).map(advice => problemAt(path, advice))),
    ...texts.filter(isLongItem).map(({ path, text }) => problemAt(path, longItem(text))),
    ...longAnswer(texts).map(({ path, message }) => problemAt(path, message)),
  ]
}

function isLongItem(text: EntryText): boolean {
  return text.place === 'item' && countWords(text.text) > MAX_ITEM_WORDS
}

function longItem(text: string): string {
  return `za długi punkt listy (słów: ${countWords(text)}). Skróć go do ${MAX_ITEM_WORDS}, a resztę powiedz w następnym.`
}

function longAnswer(
  texts: readonly EntryText[],
): readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] {
  const prose = texts.filter(text => text.place === 'prose')
  const words = prose.reduce((sum, { text }) => sum + countWords(text), 0)
  const [first] = prose
  if (!first || words <= MAX_ANSWER_WORDS) return []
  return [
    {
      path: first.path,
      message: `za długa odpowiedź (słów: ${words}). Zostaw ${MAX_ANSWER_WORDS}, a resztę przenieś do listy.`,
    },
  ]
}
