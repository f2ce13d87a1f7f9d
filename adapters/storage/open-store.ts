import { join } from 'node:path'
import type { Store } from '../../bot/ports.ts'
import type { Config } from '../config.ts'
import { createSqliteStore } from './sqlite-store.ts'

/** The store that the settings name. Throws `StoreError` when it cannot be used. */
export async function openStore({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Store> {
  if (databaseUrl === undefined) return createSqliteStore(join(dataDir, 'assistant.db'))
  const { createPostgresStore } = await import('./postgres-store.ts')
  return createPostgresStore(databaseUrl)
}
