import pg from 'pg'
import { readMigrations, stepsAfter } from './migrations.ts'
import { StoreBusyError } from './store-busy-error.ts'
import { StoreError } from './store-error.ts'

const SECOND = 1000

/** Any number will do, as long as every replica takes the same. */
const MIGRATION_LOCK = 20_260_922

/** Requests that wait for a connection beyond these are refused, so that a slow database does not fill the memory. */
const MOST_WAITING = 200

export type Query = <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/** A bounded number of connections. */
export type PostgresConnections = {
  readonly query: Query
  /** Runs `work` in one transaction on one connection. */
  readonly transaction: <T>(work: (query: Query) => Promise<T>) => Promise<T>
}

export type PostgresDatabase = PostgresConnections & {
  /** So many more connections, for those who must not wait for these. Closed with the database. */
  readonly beside: (connections: number) => PostgresConnections
  readonly close: () => Promise<void>
}

/** Connects and brings the schema up to date; replicas that start together do so one after another. */
export async function openPostgres(url: string, connections = 10): Promise<PostgresDatabase> {
  const pools: pg.Pool[] = []
  const open = (most: number) => {
    const opened = createPool(url, most)
    pools.push(opened)
    return opened
  }
  const pool = open(connections)
  try {
    await migrate(pool)
  } catch (cause) {
    await pool.end()
    throw cause instanceof StoreError
      ? cause
      : new StoreError('DATABASE_URL: the database cannot be reached or brought up to date. Nothing was changed.', {
          cause,
        })
  }
  return {
    ...connectionsOf(pool),
    beside: more => connectionsOf(open(more)),
    async close() {
      await Promise.all(pools.map(each => each.end()))
    },
  }
}

function createPool(url: string, connections: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 3 * SECOND,
    query_timeout: 10 * SECOND,
    statement_timeout: 10 * SECOND,
    idle_in_transaction_session_timeout: 10 * SECOND,
    keepAlive: true,
    options: '-c synchronous_commit=on',
  })
  // A connection that breaks while idle is replaced by the pool; whoever needs one next learns of a lasting fault.
  pool.on('error', ignore)
  // One that breaks while in use fails the query at hand; without a listener it would end the process as well.
  pool.on('connect', client => client.on('error', ignore))
  return pool
}

function connectionsOf(pool: pg.Pool): PostgresConnections {
  const admit = () => {
    if (pool.waitingCount >= MOST_WAITING) throw new StoreBusyError()
  }
  return {
    async query(text, values = []) {
      admit()
      return (await pool.query(text, [...values])).rows
    },
    async transaction(work) {
      admit()
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        const result = await work(async (text, values = []) => (await client.query(text, [...values])).rows)
        await client.query('COMMIT')
        client.release()
        return result
      } catch (error) {
        await rollBack(client)
        throw error
      }
    },
  }
}

/** A connection on which not even that works is thrown away. */
async function rollBack(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK')
    client.release()
  } catch {
    client.release(true)
  }
}

async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)')
    const { rows } = await client.query('SELECT max(version) AS version FROM schema_version')
    for (const step of stepsAfter(Number(rows[0]?.version ?? 0), readMigrations('postgres'))) {
      await client.query(step.sql)
      await client.query('INSERT INTO schema_version VALUES ($1)', [step.version])
    }
    await client.query('COMMIT')
  } finally {
    client.release(true)
  }
}

function ignore(): void {
  // Whoever uses the connection is told by its query.
}
