import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from './store-error.ts'

/** One step of a schema; steps are numbered from 1 without gaps. */
export type Migration = { readonly version: number; readonly sql: string }

/** The steps of one kind of database, in order. */
export function readMigrations(kind: 'sqlite' | 'postgres'): readonly Migration[] {
  const folder = join(import.meta.dirname, 'migrations', kind)
  return readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => ({ version: Number.parseInt(name, 10), sql: readFileSync(join(folder, name), 'utf8') }))
}

/** The steps that a database at `version` still needs. Throws when it was written by a newer program. */
export function stepsAfter(version: number, migrations: readonly Migration[]): readonly Migration[] {
  const newest = migrations.at(-1)?.version ?? 0
  if (version > newest) {
    throw new StoreError(
      `The database has schema ${version}, but this version of the assistant knows ${newest} at most. ` +
        'Start the newer version again, or restore a backup. Nothing was changed.',
    )
  }
  return migrations.filter(migration => migration.version > version)
}
