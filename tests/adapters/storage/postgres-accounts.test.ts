import pg from 'pg'
import { openPostgresAccounts } from '../../../adapters/storage/postgres-accounts.ts'
import { describeAccounts } from '../../contracts/accounts.contract.ts'
import { type Postgres, startPostgres } from '../../setup/postgres.ts'

let postgres: Postgres
let url = ''

describeAccounts('PostgreSQL', {
  async start() {
    postgres = await startPostgres()
    url = await postgres.createDatabase()
  },
  async stop() {
    await postgres.stop()
  },
  async create() {
    const database = await openPostgresAccounts(url)
    await empty()
    return database
  },
})

/** Much faster than another database; only its owner can take the log's guard away. */
async function empty(): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`
    ALTER TABLE audit_entry DISABLE TRIGGER USER;
    TRUNCATE account, session, invitation, ready_answer, audit_entry;
    UPDATE audit_head SET number = 0, hash = '';
    ALTER TABLE audit_entry ENABLE TRIGGER USER;
  `)
  await client.end()
}
