import { words } from 'natural/lib/natural/util/stopwords_pl.js'
import { fold } from './fold.ts'

/** Folded Polish words that carry no topic: "jak", "czy", "na"… (the list of `natural`). */
export const STOP_WORDS: ReadonlySet<string> = new Set(words.map(fold))
