import { fold } from './fold.ts'

/** The folded words and numbers of a text, in order. Signs between them are dropped. */
export function words(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
