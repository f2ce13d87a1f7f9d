import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContentFile } from './parse.ts'

/** Reads every YAML file below `folder`, in the order of their paths. Throws when the folder cannot be read. */
export function loadContent(folder: string): readonly ContentFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml') || name.endsWith('.yml'))
    .sort()
    .map(path => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }))
}

/**
 * Key of what is derived from `files`: it changes with any of them and with the code that derives, so a derived file
 * that bears it is never stale.
 */
export function contentKey(files: readonly ContentFile[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of [...files, ...derivingCode()]) hash.update(path).update('\0').update(text).update('\0')
  return hash.digest('hex').slice(0, 16)
}

function derivingCode(): readonly ContentFile[] {
  const code = (name: string) => name.endsWith('.ts') && !name.startsWith('lint')
  return readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter(code)
    .sort()
    .map(path => ({ path, text: readFileSync(join(import.meta.dirname, path), 'utf8') }))
}
