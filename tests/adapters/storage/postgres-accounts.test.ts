import { openPostgresAccounts } from '../../../adapters/storage/postgres-accounts.ts'
import { describeAccounts } from '../../contracts/accounts.contract.ts'
import { type Postgres, startPostgres } from '../../setup/postgres.ts'

let postgres: Postgres

describeAccounts('PostgreSQL', {
  async start() {
    postgres = await startPostgres()
  },
  async stop() {
    await postgres.stop()
  },
  async create() {
    return openPostgresAccounts(await postgres.createDatabase())
  },
})
