import type { Config } from '../config.ts'
import type { AccountDatabase } from '../desk/accounts/steps.ts'
import { openAccounts } from '../storage/open-accounts.ts'

/** Opens the database beside the service for some work, and closes it after. */
export async function withDatabase<Result>(
  config: Config,
  work: (database: AccountDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await openAccounts(config)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
