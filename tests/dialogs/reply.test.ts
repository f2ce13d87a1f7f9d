import { describe, expect, it } from '@jest/globals'
import { type Block, list, paragraph, plainText, sourceLine } from '../../dialogs/reply.ts'

const written = (...blocks: readonly Block[]) => plainText({ blocks, choices: [] })

describe('a reply as plain text', () => {
  it('separates blocks by an empty line', () => {
    expect(written({ kind: 'heading', text: 'Karta' }, paragraph('Pierwszy.'), paragraph('Drugi.'))).toBe(
      'Karta\n\nPierwszy.\n\nDrugi.',
    )
  })

  it('puts a list under its label, item by item', () => {
    expect(written({ kind: 'list', label: 'Dokumenty', items: ['wniosek', 'fotografia'] })).toBe(
      'Dokumenty:\n– wniosek\n– fotografia',
    )
  })

  it('writes a list without a label as its items', () => {
    expect(written({ kind: 'list', label: null, items: ['wniosek'] })).toBe('– wniosek')
  })

  it('names sources with their addresses, then the note', () => {
    const cited = [
      { title: 'Serwis gov.pl', url: 'https://www.gov.pl' },
      { title: 'Ustawa', url: null },
    ]

    expect(written({ kind: 'source', label: 'Źródła', cited, note: 'Sprawdzono dziś' })).toBe(
      'Źródła: Serwis gov.pl (https://www.gov.pl); Ustawa. Sprawdzono dziś',
    )
  })

  it('writes the note alone where nothing is cited', () => {
    expect(written({ kind: 'source', label: 'Źródło', cited: [], note: 'Sprawdzono dziś' })).toBe('Sprawdzono dziś')
  })

  it('numbers the choices from one', () => {
    const text = plainText({
      blocks: [paragraph('O którą sprawę pytasz?')],
      choices: [
        { label: 'Nowe auto', pick: { kind: 'topic', topic: 'new' } },
        { label: 'Pracownik', pick: { kind: 'person' } },
      ],
    })

    expect(text).toBe('O którą sprawę pytasz?\n\n1. Nowe auto\n2. Pracownik')
  })

  it('is empty where there is nothing to say', () => {
    expect(written()).toBe('')
  })
})

describe('the line of sources', () => {
  it('shows a citation as the channel wants', () => {
    const source = { kind: 'source', label: 'Źródło', cited: [{ title: 'gov.pl', url: null }], note: 'Uwaga' } as const

    expect(sourceLine(source, ({ title }) => `<${title}>`)).toBe('Źródło: <gov.pl>. Uwaga')
  })
})

describe('a list', () => {
  it('is left out where it is empty', () => {
    expect(list('Dokumenty', [])).toEqual([])
  })
})
