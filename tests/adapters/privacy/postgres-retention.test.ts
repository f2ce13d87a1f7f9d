import { openPostgresAccounts } from '../../../adapters/storage/postgres-accounts.ts'
import { createPostgresStore } from '../../../adapters/storage/postgres-store.ts'
import { describeRetention } from '../../contracts/retention.contract.ts'
import { type Postgres, startPostgres } from '../../setup/postgres.ts'

let postgres: Postgres

describeRetention('PostgreSQL', {
  async start() {
    postgres = await startPostgres()
  },
  async stop() {
    await postgres.stop()
  },
  async create() {
    const url = await postgres.createDatabase()
    return { store: await createPostgresStore(url), database: await openPostgresAccounts(url) }
  },
})
