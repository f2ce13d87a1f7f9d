import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { readMigrations } from '../../../adapters/storage/migrations.ts'
import { openPostgres, type PostgresDatabase } from '../../../adapters/storage/postgres-database.ts'
import { StoreBusyError } from '../../../adapters/storage/store-busy-error.ts'
import { StoreError } from '../../../adapters/storage/store-error.ts'
import { freePort } from '../../setup/free-port.ts'
import { type Postgres, startPostgres } from '../../setup/postgres.ts'

const VERSIONS = readMigrations('postgres').map(({ version }) => version)
const NEWEST = VERSIONS.length

let postgres: Postgres
let url = ''
const opened: PostgresDatabase[] = []

beforeAll(async () => {
  postgres = await startPostgres()
})

afterAll(() => postgres.stop())

const createDatabase = async () => {
  url = await postgres.createDatabase()
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map(database => database.close()))
})

/** Opens the database as the service does, until the end of the test. */
async function open(connections?: number): Promise<PostgresDatabase> {
  const database = await openPostgres(url, connections)
  opened.push(database)
  return database
}

/** Asks the database as another program would. */
async function ask(text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

const tables = () => ask(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY relname`)

describe('the schema of a PostgreSQL database', () => {
  beforeEach(createDatabase)

  it('has an index for whatever refers to a conversation, so that erasing one looks at no other', async () => {
    await open()

    const references = await ask(
      `SELECT f.conrelid::regclass || '.' || a.attname AS reference
       FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
       WHERE f.contype = 'f' AND f.confrelid <> 'account'::regclass AND NOT EXISTS (
         SELECT 1 FROM pg_index i WHERE i.indrelid = f.conrelid AND i.indpred IS NULL AND i.indkey[0] = f.conkey[1])`,
    )

    expect(references).toEqual([])
  })

  it('is brought up to date once where two start at the same time', async () => {
    await Promise.all([open(), open(), open()])

    expect(await ask('SELECT version FROM schema_version ORDER BY version')).toEqual(
      VERSIONS.map(version => ({ version })),
    )
  })

  it('keeps its rows when the database is opened again', async () => {
    const first = await open()
    await first.query(`INSERT INTO learning_record VALUES ($1, 1, 'pytanie', 'answer', NULL, '', '', NULL, now())`, [
      '00000000-0000-0000-0000-000000000000',
    ])

    const rows = await (await open()).query('SELECT question FROM learning_record')

    expect(rows).toEqual([{ question: 'pytanie' }])
  })

  it('that is newer is refused in one clear line, and nothing is changed', async () => {
    await ask(`CREATE TABLE schema_version (version integer NOT NULL); CREATE TABLE future (text text)`)
    await ask(`INSERT INTO schema_version VALUES (${NEWEST + 1})`)
    const before = await tables()

    const opening = open()

    await expect(opening).rejects.toThrow(StoreError)
    await expect(opening).rejects.toThrow(
      `The database has schema ${NEWEST + 1}, but this version of the assistant knows ${NEWEST} at most. ` +
        'Start the newer version again, or restore a backup. Nothing was changed.',
    )
    expect(await tables()).toEqual(before)
  })

  it('stays as it was where a step fails', async () => {
    await ask('CREATE TABLE delivery (text text)')
    const before = await tables()

    await expect(open()).rejects.toThrow(StoreError)

    expect(await tables()).toEqual(before)
  })
})

describe('a PostgreSQL database', () => {
  beforeAll(createDatabase)

  it('that cannot be reached is refused in one clear line, without its address', async () => {
    const opening = openPostgres(`postgres://assistant:secret@127.0.0.1:${await freePort()}/none`)

    await expect(opening).rejects.toThrow(StoreError)
    await expect(opening).rejects.toThrow(
      /^DATABASE_URL: the database cannot be reached or brought up to date\.[^\n]*$/,
    )
    await expect(opening).rejects.not.toThrow('secret')
  })

  it.each([
    ['synchronous_commit', 'on'],
    ['statement_timeout', '10s'],
    ['idle_in_transaction_session_timeout', '10s'],
  ])('is asked over connections that are safe: %s is %s', async (name, expected) => {
    const database = await open()

    expect(await database.query(`SELECT current_setting('${name}') AS value`)).toEqual([{ value: expected }])
  })

  it('is asked over so many connections at most', async () => {
    const database = await open(3)

    await Promise.all(Array.from({ length: 20 }, () => database.query('SELECT 1')))

    const rows = await ask('SELECT pid FROM pg_stat_activity WHERE datname = current_database()')
    expect(rows).toHaveLength(3 + 1)
  })

  it('refuses more than 200 who wait for a connection, and serves those', async () => {
    const database = await open(1)
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    const { promise: isHeld, resolve: hold } = Promise.withResolvers<void>()
    const holding = database.transaction(async () => {
      hold()
      await held
    })
    await isHeld
    const waiting = Array.from({ length: 200 }, () => database.query('SELECT 1 AS one'))

    await expect(database.query('SELECT 1')).rejects.toThrow(StoreBusyError)
    await expect(database.transaction(async () => undefined)).rejects.toThrow(StoreBusyError)
    release()
    await holding

    expect(await Promise.all(waiting)).toEqual(Array(200).fill([{ one: 1 }]))
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('is asked again over another connection where one breaks', async () => {
    const database = await open(1)

    await expect(database.query('SELECT pg_terminate_backend(pg_backend_pid())')).rejects.toThrow()

    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })
})

describe('a transaction', () => {
  const COUNT = 'SELECT count(*)::integer AS rows FROM note'

  beforeAll(createDatabase)
  beforeEach(() => ask('DROP TABLE IF EXISTS note; CREATE TABLE note (text text UNIQUE)'))

  it('is written whole, and gives what its work gave', async () => {
    const database = await open()

    const given = await database.transaction(async query => {
      await query(`INSERT INTO note VALUES ('one')`)
      await query('INSERT INTO note VALUES ($1)', ['two'])
      return 'done'
    })

    expect(given).toBe('done')
    expect(await ask(COUNT)).toEqual([{ rows: 2 }])
  })

  it('is rolled back where its work throws', async () => {
    const database = await open(1)

    const failing = database.transaction(async query => {
      await query(`INSERT INTO note VALUES ('one')`)
      throw new Error('a defect')
    })

    await expect(failing).rejects.toThrow('a defect')
    expect(await database.query(COUNT)).toEqual([{ rows: 0 }])
  })

  it('is rolled back where a statement fails, and its connection goes on', async () => {
    const database = await open(1)

    const failing = database.transaction(async query => {
      await query(`INSERT INTO note VALUES ('one')`)
      await query(`INSERT INTO note VALUES ('one')`)
    })

    await expect(failing).rejects.toThrow('duplicate key')
    expect(await database.query(COUNT)).toEqual([{ rows: 0 }])
  })

  it('is not seen by others before it has ended', async () => {
    const database = await open()

    const seen = await database.transaction(async query => {
      await query(`INSERT INTO note VALUES ('one')`)
      return database.query(COUNT)
    })

    expect(seen).toEqual([{ rows: 0 }])
  })

  it('whose connection breaks fails, is rolled back, and does not end the process', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'connection-breaker.ts'), url], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const ended = once(child, 'exit')

    const output = await text(child.stdout)
    const [code] = await ended

    expect({ code, output }).toEqual({ code: 0, output: '{"outcome":"failed","rows":[]}' })
  })
})
