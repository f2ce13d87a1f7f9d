import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { contentKey, loadContent } from '../../knowledge/load.ts'
import type { ContentFile } from '../../knowledge/parse.ts'
import { readSearch } from '../../knowledge/search/stored-search.ts'
import { createSnapshot, type KnowledgeSnapshot, type StoredContent } from '../../knowledge/snapshot.ts'
import { knowledgeError } from './knowledge-error.ts'

// Reading what was derived; deriving it is in prepare-knowledge.ts, so that a start which finds it ready loads less.

const PROJECT = resolve(import.meta.dirname, '../..')

/** Where derived files stand: beside package.json, or in the data folder where that is not writable. */
export function derivedFolder(dataDir: string): string {
  const own = join(PROJECT, '.derived')
  return isWritable(existsSync(own) ? own : PROJECT) ? own : join(dataDir, 'derived')
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Reads the snapshot that was prepared for the folder as it is now; gives nothing when there is none. */
export function readPrepared(folder: string, derived: string): KnowledgeSnapshot | undefined {
  const key = contentKey(loadFolder(folder))
  const { content, search } = derivedFiles(derived, key)
  if (!existsSync(content) || !existsSync(search)) return undefined
  const stored: StoredContent = JSON.parse(readFileSync(content, 'utf8'))
  return createSnapshot(key, stored, readSearch(readFileSync(search)))
}

/** The content files of `folder`. Throws `KnowledgeError` when there is no such folder. */
export function loadFolder(folder: string): readonly ContentFile[] {
  if (existsSync(folder)) return loadContent(folder)
  const message = 'takiego katalogu nie ma. Popraw KNOWLEDGE_DIR albo --knowledge.'
  throw knowledgeError(dirname(folder), [{ file: basename(folder), line: 1, message }])
}

/** The files that are derived from content with this key. */
export function derivedFiles(derived: string, key: string): { readonly content: string; readonly search: string } {
  return { content: join(derived, `knowledge-${key}.json`), search: join(derived, `search-${key}.bin`) }
}
