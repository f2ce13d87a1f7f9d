import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { layOut, plainLines, typeset } from '../../../adapters/website/rich-text.ts'
import { type Block, paragraph } from '../../../dialogs/reply.ts'

const lines = (...blocks: readonly Block[]) => plainLines(layOut(blocks))
const content = (text: string) => {
  const [block] = layOut([paragraph(text)])
  return block?.kind === 'paragraph' ? block.content : []
}

describe('laying an answer out', () => {
  it.each([
    ['Zapłać 48 zł.', ['48 zł']],
    ['Zapłać od 66,50 zł do 1 160 zł.', ['66,50 zł', '1 160 zł']],
    ['Masz 30 dni, do 5 maja 2026 r., albo 2 miesiące.', ['30 dni', '5 maja 2026 r.', '2 miesiące']],
    ['Samochód: 160 zł (tablice 80 zł + dowód 54 zł)', ['160 zł']],
    ['Ustawa z 1997 r., art. 130, ul. Kolejowa 2', []],
  ])('makes amounts, dates and periods stand out: %s', (text, strong) => {
    const found = content(text).flatMap(piece =>
      piece.kind === 'strong' ? [piece.text.replaceAll('\u00A0', ' ')] : [],
    )

    expect(found).toEqual(strong)
  })

  it('makes addresses links that say where they lead', () => {
    expect(content('Zobacz https://www.gov.pl/web/gov/.')).toEqual([
      { kind: 'text', text: 'Zobacz ' },
      { kind: 'link', text: 'gov.pl/web/gov', href: 'https://www.gov.pl/web/gov/' },
      { kind: 'text', text: '.' },
    ])
  })

  it('follows no link that is not safe', () => {
    const source = {
      kind: 'source',
      label: 'Źródło',
      cited: [{ title: 'Strona', url: 'javascript:1' }],
      note: '',
    } as const

    expect(layOut([source])).toEqual([
      {
        kind: 'small',
        content: [
          { kind: 'text', text: 'Źródło: ' },
          { kind: 'text', text: 'Strona' },
          { kind: 'text', text: '. ' },
        ],
      },
    ])
  })

  it('shows items that begin with what they tell as facts, and others as a list', () => {
    const facts = layOut([{ kind: 'list', label: null, items: ['Opłata: 48 zł', 'Termin: 30 dni'] }])
    const list = layOut([{ kind: 'list', label: null, items: ['Opłata: 48 zł', 'Przynieś dowód.'] }])

    expect([facts[0]?.kind, list[0]?.kind]).toEqual(['facts', 'list'])
    expect(plainLines(facts)).toEqual(['Opłata: 48\u00A0zł', 'Termin: 30\u00A0dni'])
  })

  it('L07: says everything in words, for those who hear it', () => {
    const said = lines(
      { kind: 'heading', text: 'Karta' },
      { kind: 'list', label: 'Dokumenty', items: ['wniosek', 'zdjęcie'] },
      { kind: 'source', label: 'Źródło', cited: [{ title: 'gov.pl', url: 'https://gov.pl' }], note: 'Sprawdzono.' },
    )

    expect(said).toEqual(['Karta', 'Dokumenty', 'wniosek', 'zdjęcie', 'Źródło: gov.pl. Sprawdzono.'])
  })

  it('loses no visible sign of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
        const shown = content(text)
          .map(piece => piece.text)
          .join('')
        const bare = (words: string) => words.replace(/[\s\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')

        expect(bare(shown)).toBe(bare(text))
      }),
    )
  })

  it('takes its time from no text', () => {
    for (const attack of [
      '1 '.repeat(1000),
      'https://'.repeat(250),
      '12 maja '.repeat(250),
      'w '.repeat(1000),
      '('.repeat(2000),
    ]) {
      const started = performance.now()
      layOut([paragraph(attack), { kind: 'list', label: attack, items: [attack, `A: ${attack}`] }])

      expect(performance.now() - started).toBeLessThan(50)
    }
  })
})

describe('typesetting', () => {
  it.each([
    ['sprawy w urzędzie i o opłacie', 'sprawy w_urzędzie i_o_opłacie'],
    ['zapłać 48 zł do 22 listopada 2026 r.', 'zapłać 48_zł do 22_listopada 2026_r.'],
    ['garaż do 35 m², 1 200 zł', 'garaż do 35_m², 1_200_zł'],
    ['ul. Kolejowa 2, 66-200 Świebodzin', 'ul._Kolejowa 2, 66-200 Świebodzin'],
    ['nr 12, art. 40 ust. 2', 'nr_12, art._40_ust._2'],
  ])('keeps together what belongs together: %s', (words, expected) => {
    expect(typeset(words).replaceAll('\u00A0', '_')).toBe(expected)
  })
})
