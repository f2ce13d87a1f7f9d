import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { type Postgres, startPostgres } from '../setup/postgres.ts'
import { SECRETS } from './secrets.ts'

export type StoreKind = 'SQLite' | 'PostgreSQL'

export type Row = Readonly<Record<string, unknown>>

/** A database of its own, seen from beside the service. */
export type TestStore = {
  readonly kind: StoreKind
  /** Settings that lead the service to it; with a port, through what listens there. */
  readonly settings: (port?: number) => Readonly<Record<string, string>>
  /** Port of the database server; 0 where there is none. */
  readonly port: number
  readonly query: (sql: string) => Promise<readonly Row[]>
  /** All that is kept, as text, for whoever looks for what must not be there. */
  readonly everything: () => Promise<string>
  readonly close: () => Promise<void>
}

export type Stores = {
  readonly create: (kind: StoreKind) => Promise<TestStore>
  readonly stop: () => Promise<void>
}

/** Makes empty stores; the PostgreSQL server starts with the first that needs it. */
export function createStores(): Stores {
  let server: Promise<Postgres> | undefined
  return {
    async create(kind) {
      if (kind === 'SQLite') return sqliteStore()
      server ??= startPostgres()
      return postgresStore(await (await server).createDatabase())
    },
    async stop() {
      await (await server)?.stop()
    },
  }
}

function sqliteStore(): TestStore {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'))
  const path = join(folder, 'assistant.db')
  const query = async (sql: string): Promise<readonly Row[]> => {
    const database = new DatabaseSync(path, { timeout: 10_000 })
    try {
      return database.prepare(sql).all()
    } finally {
      database.close()
    }
  }
  return {
    kind: 'SQLite',
    settings: () => ({ DATA_DIR: folder }),
    port: 0,
    query,
    async everything() {
      await query('PRAGMA wal_checkpoint(PASSIVE)')
      return [path, `${path}-wal`].map(file => (existsSync(file) ? readFileSync(file, 'utf8') : '')).join('')
    },
    async close() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function postgresStore(address: string): TestStore {
  const pool = new pg.Pool({ connectionString: address, max: 2 })
  const folder = mkdtempSync(join(tmpdir(), 'faults-'))
  const port = Number(new URL(address).port)
  const query = async (sql: string): Promise<readonly Row[]> => (await pool.query<Row>(sql)).rows
  return {
    kind: 'PostgreSQL',
    settings(through = port) {
      const url = new URL(address)
      url.port = String(through)
      url.password = SECRETS.password
      return { DATA_DIR: folder, DATABASE_URL: url.href, TOKEN_SECRET: 'a-secret-that-only-tests-know-and-use' }
    },
    port,
    query,
    async everything() {
      const tables = await query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)
      const rows = tables.map(({ tablename }) => query(`SELECT t::text AS row FROM "${tablename}" t`))
      return (await Promise.all(rows))
        .flat()
        .map(({ row }) => String(row))
        .join('\n')
    },
    async close() {
      await pool.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
