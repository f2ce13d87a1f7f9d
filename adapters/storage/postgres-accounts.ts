import pg from 'pg'
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
    columns: () =>
      database.query(
        `SELECT table_name AS "table", column_name AS name FROM information_schema.columns
         WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position`,
      ),
    scrub: () => vacuum(url),
    close: database.close,
  }
}

/** On a connection of its own, as it may take longer than any other statement is allowed to. */
async function vacuum(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  // A database that goes away is told by the statement; as an event that nobody hears it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`VACUUM ${WITH_CONTENT.join(', ')}`)
  } finally {
    await client.end()
  }
}

/** Tables from which retention and erasure delete. */
const WITH_CONTENT = [
  'conversation',
  'inbox',
  'message',
  'conversation_key',
  'delivery',
  'mail',
  'ticket',
  'desk_conversation',
  'clerk_rating',
  'chat',
  'chat_key',
  'learning_record',
  'hold',
  'desk_read',
  'audit_entry',
]
