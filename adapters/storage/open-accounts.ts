import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { AccountDatabase } from '../desk/accounts/steps.ts'
import { openSqliteAccounts } from './sqlite-accounts.ts'

/** The accounts' side of the database that the settings name. Throws `StoreError` when it cannot be used. */
export async function openAccounts({
  databaseUrl,
  dataDir,
}: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<AccountDatabase> {
  if (databaseUrl === undefined) return openSqliteAccounts(join(dataDir, 'assistant.db'))
  const { openPostgresAccounts } = await import('./postgres-accounts.ts')
  return openPostgresAccounts(databaseUrl)
}
