import { describe, expect, it } from '@jest/globals'
import { readBase } from '../../../knowledge/base.ts'
import { lintEntry } from '../../../knowledge/lint/lint-entry.ts'
import type { ContentFile } from '../../../knowledge/parse.ts'
import { printProblem } from '../../../knowledge/problem.ts'
import { plant, planted, sampleFolder } from '../sample-folder.ts'

const HOURS = 'office/office-hours.yaml'
const CARD = 'procedures/parking-card.yaml'
const ANSWER = 'Urząd pracuje od poniedziałku do piątku.'

function adviceFor(files: readonly ContentFile[]): readonly string[] {
  const { base } = readBase(files)
  if (!base) throw new Error('the folder has problems')
  return base.entries.flatMap(lintEntry).map(printProblem)
}

/** That many words, in sentences of ten. */
function text(words: number): string {
  return Array.from({ length: words }, (_, index) =>
    index % 10 === 0 ? 'Słowo' : index % 10 === 9 ? 'koniec.' : 'jest',
  ).join(' ')
}

describe('the lint of an entry', () => {
  it('finds nothing in a plain entry', () => {
    expect(adviceFor(sampleFolder())).toEqual([])
  })

  it.each([
    ['an answer', HOURS, ANSWER, 18],
    ['a list', CARD, 'orzeczenie', 18],
    ['a fee', CARD, 'what: karta', 24],
    ['a missing fact', CARD, 'numer pokoju', 28],
  ])('finds officialese in %s, with its line', (_, path, piece, line) => {
    const files = planted(path, piece, `${piece.startsWith('what') ? 'what: ' : ''}petent`)

    expect(adviceFor(files)).toEqual([
      expect.stringMatching(
        new RegExp(`^${path}:${line}: wpis „.+”: „petent” to język urzędowy. Napisz: ty, klient.$`),
      ),
    ])
  })

  it.each([
    ['questions', HOURS, 'kiedy pracuje urząd', 'petent pyta!'],
    ['titles of sources', HOURS, 'title: Dokument urzędu', 'title: Petent w urzędzie'],
    ['notes for the editor', CARD, 'zapowiedziana zmiana opłaty', 'petent zapłaci 48,00 zł'],
  ])('leaves %s alone', (_, path, piece, instead) => {
    expect(adviceFor(planted(path, piece, instead))).toEqual([])
  })

  it('finds an answer of more than 60 words', () => {
    expect(adviceFor(planted(HOURS, ANSWER, text(61)))).toEqual([
      `${HOURS}:18: wpis „office-hours”: za długa odpowiedź (słów: 61). Zostaw 60, a resztę przenieś do listy.`,
    ])
  })

  it('leaves an answer of 60 words alone', () => {
    expect(adviceFor(planted(HOURS, ANSWER, text(60)))).toEqual([])
  })

  it('counts all facts of an answer together', () => {
    const first = planted(HOURS, ANSWER, text(40))
    const second = plant(first, HOURS, 'questions:', `  - text: ${text(30)}\n    from: [document]\nquestions:`)

    expect(adviceFor(second)).toEqual([
      `${HOURS}:18: wpis „office-hours”: za długa odpowiedź (słów: 70). Zostaw 60, a resztę przenieś do listy.`,
    ])
  })

  it('does not count lists towards the answer', () => {
    const files = planted(CARD, 'Karta pozwala parkować na niebieskich miejscach.', text(60))

    expect(adviceFor(files)).toEqual([])
  })

  it('finds a list item of more than 12 words', () => {
    expect(adviceFor(planted(CARD, 'orzeczenie', text(13)))).toEqual([
      `${CARD}:18: wpis „parking-card”: za długi punkt listy (słów: 13). Skróć go do 12, a resztę powiedz w następnym.`,
    ])
  })

  it('leaves a list item of 12 words alone', () => {
    expect(adviceFor(planted(CARD, 'orzeczenie', text(12)))).toEqual([])
  })

  it('wants the first deadline short, as it stands in the overview', () => {
    const files = planted(
      CARD,
      'missing:',
      `deadlines:\n  office:\n    - text: ${text(13)}\n      from: [gov-pl]\nmissing:`,
    )

    expect(adviceFor(files)).toEqual([expect.stringContaining('za długi punkt listy (słów: 13)')])
  })

  it('lets a later deadline explain', () => {
    const deadlines = `deadlines:\n  office:\n    - text: do 30 dni\n      from: [gov-pl]\n    - text: ${text(13)}\n      from: [gov-pl]\n`

    expect(adviceFor(planted(CARD, 'missing:', `${deadlines}missing:`))).toEqual([])
  })

  it('finds everything at once', () => {
    const files = plant(planted(CARD, 'orzeczenie', text(13)), CARD, 'wniosek o kartę', 'stosowny wniosek')

    expect(adviceFor(files)).toHaveLength(2)
  })
})
