import { join } from 'node:path'
import type { Store } from '../../bot/ports.ts'
import type { Config } from '../config.ts'
import { openSqliteFile } from './sqlite-database.ts'
import { eraseFromSqlite } from './sqlite-erase.ts'
import { createSqliteHistory } from './sqlite-history.ts'
import { createSqliteRecords } from './sqlite-records.ts'

/** Conversations as wholes, for commands beside the service. Its pages see what was erased when they next look. */
export type Archive = Pick<Store, 'records' | 'erase' | 'close'>

/** A command does one thing after another. */
const CONNECTIONS = 2

/** Those of the database that the settings name. Throws `StoreError` when it cannot be used. */
export async function openArchive({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Archive> {
  if (databaseUrl !== undefined) return openPostgresArchive(databaseUrl)
  const database = openSqliteFile(join(dataDir, 'assistant.db'))
  return {
    records: createSqliteRecords(database, createSqliteHistory(database)),
    async erase(conversationId) {
      eraseFromSqlite(database, conversationId)
    },
    async close() {
      database.close()
    },
  }
}

async function openPostgresArchive(url: string): Promise<Archive> {
  const { openPostgres } = await import('./postgres-database.ts')
  const { eraseFromPostgres } = await import('./postgres-erase.ts')
  const { createPostgresHistory } = await import('./postgres-history.ts')
  const { createPostgresRecords } = await import('./postgres-records.ts')
  const database = await openPostgres(url, CONNECTIONS)
  return {
    records: createPostgresRecords(database.query, createPostgresHistory(database.query)),
    erase: conversationId => eraseFromPostgres(database, conversationId),
    close: database.close,
  }
}
