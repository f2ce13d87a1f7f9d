import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { type Parsed, parseFile } from '../../knowledge/parse.ts'
import { printProblem } from '../../knowledge/problem.ts'

const schema = z.strictObject({
  title: z.string().min(1, 'nie może być puste'),
  places: z.array(z.strictObject({ street: z.string(), number: z.number().optional() })).default([]),
})

const GOOD = `title: Urząd
places:
  - street: Kolejowa
    number: 2
  - street: Łużycka
`

function problemsOf(text: string): readonly string[] {
  return parseFile(schema, { path: 'a/b.yaml', text }).problems.map(printProblem)
}

function parsed(text: string): Parsed<z.infer<typeof schema>> {
  const result = parseFile(schema, { path: 'a/b.yaml', text }).parsed
  if (!result) throw new Error('the text has problems')
  return result
}

describe('a good file', () => {
  it('gives its value', () => {
    expect(parsed(GOOD).value).toEqual({
      title: 'Urząd',
      places: [{ street: 'Kolejowa', number: 2 }, { street: 'Łużycka' }],
    })
  })

  it('gives its path', () => {
    expect(parsed(GOOD).file).toBe('a/b.yaml')
  })

  it('has no problems', () => {
    expect(problemsOf(GOOD)).toEqual([])
  })

  it('fills in what the schema defaults', () => {
    expect(parsed('title: Urząd').value.places).toEqual([])
  })

  it.each([
    ['a value', ['title'], 1],
    ['an item', ['places', 1], 5],
    ['a value in an item', ['places', 0, 'number'], 4],
    ['what stands above a value that is not written', ['places', 1, 'number'], 5],
    ['the file, where nothing is written', ['elsewhere', 3], 1],
    ['the whole', [], 1],
  ])('knows the line of %s', (_, path, line) => {
    expect(parsed(GOOD).lineOf(path)).toBe(line)
  })

  it('counts lines the same with Windows line ends', () => {
    expect(parsed(GOOD.replaceAll('\n', '\r\n')).lineOf(['places', 1])).toBe(5)
  })
})

describe('bad YAML', () => {
  it.each([
    ['a colon in a text', 'title: Urząd: powiat', 1],
    ['an open quotation mark', 'title: Urząd\nplaces:\n  - street: "Kolejowa', 3],
    ['a tab', 'title: Urząd\nplaces:\n\t- street: Kolejowa', 3],
    ['a field written twice', 'title: Urząd\ntitle: Powiat', 2],
    ['two documents', 'title: Urząd\n---\ntitle: Powiat', 2],
    ['a text that goes on after its quotation mark', 'title: "Urząd" powiatowy', 1],
  ])('is reported on the line of %s', (_, text, line) => {
    const problems = problemsOf(text)

    expect(problems[0]).toMatch(new RegExp(`^a/b.yaml:${line}: niepoprawny YAML: `))
  })

  it('is reported with what to mind', () => {
    expect(problemsOf('title: Urząd: powiat')[0]).toContain('Sprawdź wcięcia, a teksty z „:” lub „#” weź w cudzysłów.')
  })

  it('gives no value', () => {
    expect(parseFile(schema, { path: 'a/b.yaml', text: 'title: "' })).not.toHaveProperty('parsed')
  })

  it('is reported for a text that begins with a star', () => {
    expect(problemsOf('title: Urząd\nplaces:\n  - street: *Kolejowa')[0]).toMatch(/^a\/b\.yaml:3: niepoprawny YAML: /)
  })
})

describe('a file that does not fit its schema', () => {
  it('names an unknown field', () => {
    expect(problemsOf('titel: Urzad\ntitle: Urząd')).toEqual([
      'a/b.yaml:1: nieznane pole „titel”. Usuń je albo popraw jego nazwę (pola opisuje knowledge/entry.ts).',
    ])
  })

  it('names all unknown fields of one place', () => {
    expect(problemsOf('title: Urząd\nplaces:\n  - street: a\n    nr: 1\n    flat: 2')[0]).toContain(
      '„places.0”: nieznane pole „nr”, „flat”.',
    )
  })

  it('reports an unknown field on its own line', () => {
    expect(problemsOf('title: Urząd\nplaces: []\nopen: true')[0]).toMatch(/^a\/b\.yaml:3: /)
  })

  it('names a missing field', () => {
    expect(problemsOf('places: []')).toEqual([
      'a/b.yaml:1: „title”: brakuje tego pola. Dopisz je (pola opisuje knowledge/entry.ts).',
    ])
  })

  it('reports a missing field on the line of what lacks it', () => {
    expect(problemsOf('title: Urząd\nplaces:\n  - street: a\n  - number: 2')).toEqual([
      'a/b.yaml:4: „places.1.street”: brakuje tego pola. Dopisz je (pola opisuje knowledge/entry.ts).',
    ])
  })

  it('reports a bad value on its own line, with the words of the schema', () => {
    expect(problemsOf('\n\ntitle: ""')).toEqual(['a/b.yaml:3: „title”: nie może być puste'])
  })

  it('lists every problem at once', () => {
    expect(problemsOf('places:\n  - number: 2\n  - street: 5')).toHaveLength(3)
  })

  it.each([
    ['an empty file', ''],
    ['a comment', '# nothing yet'],
    ['a list', '- title: Urząd'],
    ['a word', 'Urząd'],
  ])('may be %s', (_, text) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^a\/b\.yaml:1: /)])
  })
})
