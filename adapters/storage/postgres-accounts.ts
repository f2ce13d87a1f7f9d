import type { AccountDatabase } from '../desk/accounts/steps.ts'
import { openPostgres } from './postgres-database.ts'

/** Signing in never takes the connections that conversations need. */
const CONNECTIONS = 2

/** Accounts in PostgreSQL. Throws `StoreError` when the database cannot be used. */
export async function openPostgresAccounts(url: string): Promise<AccountDatabase> {
  const database = await openPostgres(url, CONNECTIONS)
  return {
    run: steps =>
      database.transaction(async query => {
        const taken = steps()
        let step = taken.next()
        while (!step.done) step = taken.next(await query(step.value.text, step.value.values))
        return step.value
      }),
    close: database.close,
  }
}
