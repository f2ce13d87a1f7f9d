import { globSync, readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'

/** Wherever a sentence may stand that people read, besides the knowledge base, which has a check of its own. */
const SOURCES = globSync(['adapters/**/*.ts', 'dialogs/*phrases.ts'])

const GENDERED = /(?<!\p{L})\p{L}+ł(?:em|am|eś|aś|bym|abym|byś|abyś)(?!\p{L})/giu
/** A noun and a present that end alike. */
const ALIKE = ['hasłem', 'wysyłam']

it('no sentence that people read is of one gender', () => {
  const found = SOURCES.flatMap(path =>
    [...readFileSync(path, 'utf8').matchAll(GENDERED)]
      .filter(([word]) => !ALIKE.includes(word.toLowerCase()))
      .map(([word]) => `${path}: ${word}`),
  )

  expect(found).toEqual([])
})
