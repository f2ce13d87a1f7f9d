import { openPostgres } from '../../../adapters/storage/postgres-database.ts'

// A process for postgres-database.test.ts: `connection-breaker.ts <url>` loses its connection in the middle of a
// transaction, and asks again.

const database = await openPostgres(process.argv[2] ?? '', 1)
const outcome = await database
  .transaction(async query => {
    await query(`INSERT INTO note VALUES ('one')`)
    await query('SELECT pg_terminate_backend(pg_backend_pid())')
  })
  .then(
    () => 'written',
    () => 'failed',
  )
const rows = await database.query('SELECT text FROM note')
process.stdout.write(JSON.stringify({ outcome, rows }))
await database.close()
