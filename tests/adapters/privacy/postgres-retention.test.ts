import { afterAll, beforeAll, expect, it } from '@jest/globals'
import pg from 'pg'
import { openPostgresAccounts } from '../../../adapters/storage/postgres-accounts.ts'
import { createPostgresStore } from '../../../adapters/storage/postgres-store.ts'
import { describeRetention } from '../../contracts/retention.contract.ts'
import { type Postgres, startPostgres } from '../../setup/postgres.ts'

let postgres: Postgres

beforeAll(async () => {
  postgres = await startPostgres()
})

afterAll(() => postgres.stop())

describeRetention('PostgreSQL', {
  async create() {
    const url = await postgres.createDatabase()
    return { store: await createPostgresStore(url), database: await openPostgresAccounts(url) }
  },
})

it('P05: PostgreSQL cleans up the tables that lost rows', async () => {
  const url = await postgres.createDatabase()
  const database = await openPostgresAccounts(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()

  await database.scrub()

  const { rows } = await client.query(
    `SELECT relname FROM pg_stat_user_tables WHERE vacuum_count > 0 AND relname IN ('message', 'conversation_key') ORDER BY 1`,
  )
  await client.end()
  await database.close()
  expect(rows.map(({ relname }) => relname)).toEqual(['conversation_key', 'message'])
})
