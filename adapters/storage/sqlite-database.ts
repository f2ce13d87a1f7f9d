import { randomUUID } from 'node:crypto'
import { mkdirSync, statfsSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readMigrations, stepsAfter } from './migrations.ts'
import { StoreError } from './store-error.ts'

/** Earlier ones may corrupt a file in WAL mode (bug of 3.7.0–3.51.2, https://sqlite.org/wal.html). */
const OLDEST_SQLITE = [3, 51, 3]

/** Types of file systems on which locks do not hold, from statfs(2): NFS, SMB, CIFS, SMB2. */
const NETWORK_FILE_SYSTEMS = [0x6969, 0x517b, 0xff534d42, 0xfe534d42]

/** A holder of the service lock that was not seen for so many seconds is taken for dead, whatever its process id says. */
const LOCK_SECONDS = 30

export type SqliteDatabase = {
  readonly database: DatabaseSync
  /**
   * Says that this process still uses the file. Throws where nothing more can be kept in it, and `StoreError` once another
   * process has taken it.
   */
  readonly check: () => void
  readonly close: () => void
}

/**
 * Opens a file, or memory for `:memory:`, brings its schema up to date, and takes the service lock: one service process for
 * each file. Throws `StoreError` where messages would not be safe.
 */
export function openSqlite(path: string): SqliteDatabase {
  const holder = randomUUID()
  const database = openSqliteFile(path, opened => lock(opened, path, holder))
  return {
    database,
    check() {
      if (path !== ':memory:' && freeBytes(path) < LEAST_FREE_BYTES) throw new Error('the disk is full')
      probe(database)
      const renew = database.prepare(`UPDATE service_lock SET seen_at = unixepoch('subsec') WHERE holder = ?`)
      if (renew.run(holder).changes !== 1) throw new StoreError(takenFrom(path))
    },
    close() {
      database.prepare('DELETE FROM service_lock WHERE holder = ?').run(holder)
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}

/**
 * Opens a file without the service lock, for short writes beside the service; `begin` is what else must go well. Throws
 * `StoreError` where it does not.
 */
export function openSqliteFile(path: string, begin: (database: DatabaseSync) => void = () => undefined): DatabaseSync {
  const database = open(path)
  try {
    refuseOldSqlite(database)
    // Read before anything is written, so that the file of a newer version stays as it is.
    stepsAfter(versionOf(database), readMigrations('sqlite'))
    // FULL: a commit that was acknowledged survives a loss of power. secure_delete: what was deleted leaves no trace.
    database.exec(`
      PRAGMA busy_timeout = 5000;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = OFF;
      PRAGMA secure_delete = ON;
      PRAGMA mmap_size = 0;
    `)
    // A step may make a table anew; with foreign keys on, dropping the old one would delete whatever refers to it.
    migrate(database)
    database.exec('PRAGMA foreign_keys = ON')
    begin(database)
    return database
  } catch (cause) {
    database.close()
    throw cause instanceof StoreError
      ? cause
      : new StoreError(`DATA_DIR: ${path} cannot be used as a database (${reasonOf(cause)}). Nothing was changed.`, {
          cause,
        })
  }
}

function open(path: string): DatabaseSync {
  if (path === ':memory:') return new DatabaseSync(path)
  try {
    mkdirSync(dirname(path), { recursive: true })
    refuseNetworkFolder(path)
    return new DatabaseSync(path)
  } catch (cause) {
    if (cause instanceof StoreError) throw cause
    throw new StoreError(`DATA_DIR: cannot open ${path}. Give the service a folder that it may write to.`, { cause })
  }
}

function refuseNetworkFolder(path: string): void {
  if (!NETWORK_FILE_SYSTEMS.includes(statfsSync(dirname(path)).type)) return
  throw new StoreError(
    `DATA_DIR: ${dirname(path)} is a network folder, where SQLite is not safe. Use a local disk, or set DATABASE_URL.`,
  )
}

function refuseOldSqlite(database: DatabaseSync): void {
  const version = String(database.prepare('SELECT sqlite_version() AS version').get()?.version)
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const [oldMajor = 0, oldMinor = 0, oldPatch = 0] = OLDEST_SQLITE
  const age = major - oldMajor || minor - oldMinor || patch - oldPatch
  if (age >= 0) return
  throw new StoreError(
    `SQLite must be ${OLDEST_SQLITE.join('.')} or newer, but is ${version}. Use the Node of "npm ci".`,
  )
}

function migrate(database: DatabaseSync): void {
  database.exec('BEGIN EXCLUSIVE')
  try {
    for (const step of stepsAfter(versionOf(database), readMigrations('sqlite'))) {
      database.exec(step.sql)
      database.exec(`PRAGMA user_version = ${step.version}`)
    }
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error instanceof StoreError
      ? error
      : new StoreError('The database could not be brought up to date. Nothing was changed.', { cause: error })
  }
}

/** Much more than a turn writes. */
const PROBE_BYTES = 256 * 1024

/** Less free space than this is none. */
const LEAST_FREE_BYTES = 8 * PROBE_BYTES

/** Tries whether the file may still grow. */
function probe(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    database.prepare('UPDATE service_lock SET host = hex(zeroblob(?))').run(PROBE_BYTES)
  } finally {
    // A full disk has rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK')
  }
}

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(dirname(path))
  return bavail * bsize
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version)
}

function lock(database: DatabaseSync, path: string, holder: string): void {
  database.exec('BEGIN IMMEDIATE')
  const held = database
    .prepare(`SELECT process_id, host, started_at, unixepoch('subsec') - seen_at AS age FROM service_lock`)
    .get()
  if (
    held &&
    Number(held.age) < LOCK_SECONDS &&
    isAlive(Number(held.process_id), String(held.host), Number(held.started_at))
  ) {
    database.exec('ROLLBACK')
    throw new StoreError(`${path} is in use by process ${held.process_id}. Stop it first: one service for each file.`)
  }
  database
    .prepare(`INSERT OR REPLACE INTO service_lock VALUES (1, ?, ?, ?, ?, unixepoch('subsec'))`)
    .run(holder, process.pid, hostname(), performance.timeOrigin)
  database.exec('COMMIT')
}

function takenFrom(path: string): string {
  return `${path} was taken by another process, as this one stood still for more than ${LOCK_SECONDS} s. It ends, as only one may serve a file.`
}

/**
 * A process of another machine is taken for alive, and so is this one, so that it opens a file once. In a container the next
 * process has the same number again; when it was started tells them apart.
 */
function isAlive(processId: number, host: string, startedAt: number): boolean {
  if (host !== hostname()) return true
  if (processId === process.pid) return startedAt === performance.timeOrigin
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return !(typeof error === 'object' && error !== null && 'code' in error && error.code === 'ESRCH')
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
