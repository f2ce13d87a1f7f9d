import { type Alias, type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import { z } from 'zod'
import type { Problem } from './problem.ts'

const inPolish = z.locales.pl().localeError

/** A content file as read from disk, its path relative to the knowledge folder. */
export type ContentFile = { readonly path: string; readonly text: string }

/** A parsed file that still knows on which line each of its values stands. */
export type Parsed<T> = {
  readonly file: string
  readonly value: T
  /** Line (from 1) of the value at `path`, or of its nearest written ancestor. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** Reads one file against its schema. Gives every problem of the file at once, or its value. */
export function parseFile<S extends z.ZodType>(
  schema: S,
  file: ContentFile,
): { readonly parsed?: Parsed<z.infer<S>>; readonly problems: readonly Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    const problems = document.errors.map(error => ({
      file: file.path,
      line: lines.linePos(error.pos[0]).line,
      message: `niepoprawny YAML: ${error.message}. Sprawdź wcięcia, a teksty z „:” lub „#” weź w cudzysłów.`,
    }))
    return { problems }
  }

  const aliases = aliasesIn(document)
  if (aliases.length > 0) {
    const problems = aliases.map(({ source, range }) => ({
      file: file.path,
      line: lines.linePos(range?.[0] ?? 0).line,
      message: `niepoprawny YAML: „*${source}” odsyła do innego miejsca. Tekst, który zaczyna się od „*”, weź w cudzysłów.`,
    }))
    return { problems }
  }

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const result = schema.safeParse(document.toJS(), { error: inPolish })
  if (result.success) return { parsed: { file: file.path, value: result.data, lineOf }, problems: [] }
  const problems = result.error.issues.map(issue => ({
    file: file.path,
    line: lineOf(issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path),
    message: describe(issue),
  }))
  return { problems }
}

/** References to other places of a file: nobody means them, as they are texts that begin with a star. */
function aliasesIn(document: Document): readonly Alias[] {
  const found: Alias[] = []
  visit(document, {
    Alias(_key, node) {
      found.push(node)
    },
  })
  return found
}

function describe(issue: z.core.$ZodIssue): string {
  const where = issue.path.length > 0 ? `„${issue.path.map(String).join('.')}”: ` : ''
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map(key => `„${key}”`).join(', ')
    return `${where}nieznane pole ${keys}. Usuń je albo popraw jego nazwę (pola opisuje knowledge/entry.ts).`
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('undefined')) {
    return `${where}brakuje tego pola. Dopisz je (pola opisuje knowledge/entry.ts).`
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('null')) {
    return `${where || 'plik '}nie ma treści. Uzupełnij albo usuń (pola opisuje knowledge/entry.ts).`
  }
  return `${where}${issue.message}`
}
