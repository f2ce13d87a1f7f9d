import { join } from 'node:path'
import type { Store } from '../../bot/ports.ts'
import type { Config } from '../config.ts'
import { createSqliteStore } from './sqlite-store.ts'
import { STORE_TIMING, type StoreTiming } from './timing.ts'

const SECOND = 1000

/** The store that the settings name. Throws `StoreError` when it cannot be used. */
export async function openStore({ databaseUrl, dataDir, ...config }: Config): Promise<Store> {
  const timing: StoreTiming = {
    ...STORE_TIMING,
    silentMs: config.clerkSilentSeconds * SECOND,
    lostMs: config.clerkLostSeconds * SECOND,
  }
  if (databaseUrl === undefined) return createSqliteStore(join(dataDir, 'assistant.db'), timing)
  const { createPostgresStore } = await import('./postgres-store.ts')
  return createPostgresStore(databaseUrl, timing)
}
