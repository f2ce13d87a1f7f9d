import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBase } from '../../knowledge/base.ts'
import { faults } from '../../knowledge/check.ts'
import { contentKey } from '../../knowledge/load.ts'
import { inReadingOrder } from '../../knowledge/problem.ts'
import { storeSearch } from '../../knowledge/search/stored-search.ts'
import { trainSearch } from '../../knowledge/search/train-search.ts'
import type { StoredContent } from '../../knowledge/snapshot.ts'
import { derivedFiles, loadFolder } from './derived-knowledge.ts'
import { knowledgeError } from './knowledge-error.ts'

/** Derived files of this many other contents are kept, so that two folders in turn do not train each time. */
const MOST_KEPT = 4

/**
 * Trains the search and writes what the service reads, unless it is there already. Two at once are harmless: each file
 * appears whole. Throws `KnowledgeError` when the folder cannot be served. Gives the key.
 */
export function prepareKnowledge(folder: string, derived: string): string {
  const files = loadFolder(folder)
  const key = contentKey(files)
  const paths = derivedFiles(derived, key)
  if (existsSync(paths.content) && existsSync(paths.search)) return key

  const { base, problems } = readBase(files)
  const found = base ? faults(base) : problems
  if (!base || found.length > 0) throw knowledgeError(folder, inReadingOrder(found))
  const content: StoredContent = {
    office: base.office.value,
    entries: base.entries.map(entry => entry.value),
    notCovered: base.notCovered.map(topic => topic.value),
    ambiguous: base.notAnswered.value.clarify,
  }
  mkdirSync(derived, { recursive: true })
  writeWhole(paths.search, storeSearch(trainSearch(base)))
  writeWhole(paths.content, JSON.stringify(content))
  removeOldest(derived, key)
  return key
}

function writeWhole(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}.tmp`
  writeFileSync(draft, content)
  renameSync(draft, path)
}

function removeOldest(derived: string, key: string): void {
  const others = readdirSync(derived)
    .filter(name => /^(knowledge|search)-[0-9a-f]+\.(json|bin)$/.test(name) && !name.includes(key))
    .map(name => ({ path: join(derived, name), writtenAt: statSync(join(derived, name)).mtimeMs }))
    .sort((a, b) => b.writtenAt - a.writtenAt)
  for (const { path } of others.slice(2 * MOST_KEPT)) rmSync(path, { force: true })
}
