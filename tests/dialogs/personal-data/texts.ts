import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '../../..')

/** Every text of the knowledge base: answers, questions, notes, sources. */
export function contentTexts(): readonly string[] {
  const folder = join(ROOT, 'knowledge/content')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .flatMap(name => textsOfYaml(join(folder, name)))
}

export function goldenTexts(): readonly string[] {
  return textsOfYaml(join(ROOT, 'tests/golden/questions.yaml'))
}

/** Every string literal of the phrases. */
export function phraseTexts(): readonly string[] {
  const source = readFileSync(join(ROOT, 'dialogs/phrases.ts'), 'utf8')
  return [...source.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map(([, plain, template]) => plain ?? template ?? '')
}

function textsOfYaml(path: string): readonly string[] {
  return textsIn(parse(readFileSync(path, 'utf8')))
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
