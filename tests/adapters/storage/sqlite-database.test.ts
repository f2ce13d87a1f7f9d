import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from '@jest/globals'
import { readMigrations } from '../../../adapters/storage/migrations.ts'
import { openSqlite, type SqliteDatabase } from '../../../adapters/storage/sqlite-database.ts'
import { StoreError } from '../../../adapters/storage/store-error.ts'
import { temporaryFolder } from '../../setup/temporary-folder.ts'

const NEWEST = readMigrations('sqlite').length

const opened: SqliteDatabase[] = []

afterEach(() => {
  for (const { database } of opened.splice(0)) if (database.isOpen) database.close()
})

function newPath(): string {
  return join(temporaryFolder(), 'assistant.db')
}

/** Opens a file as the service does, until the end of the test. */
function open(path: string): DatabaseSync {
  const held = openSqlite(path)
  opened.push(held)
  return held.database
}

function held(database: DatabaseSync): SqliteDatabase {
  const found = opened.find(each => each.database === database)
  if (!found) throw new Error('it was not opened here')
  return found
}

/** A file as another program left it. */
function writtenBy(sql: string): string {
  const path = newPath()
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
  return path
}

/** Ends as a process does that closes its file in order. */
function close(database: DatabaseSync): void {
  held(database).close()
}

function pragma(database: DatabaseSync, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]
}

/** The one clear line that opening is refused with. */
function refusalOf(path: string): string {
  try {
    open(path)
  } catch (error) {
    if (error instanceof StoreError) return error.message
    throw error
  }
  throw new Error('it was opened')
}

/** Everything in the folder of a file, byte by byte. */
function folderOf(path: string): Readonly<Record<string, Buffer>> {
  const folder = dirname(path)
  return Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(join(folder, name))]))
}

describe('a SQLite file', () => {
  it('finds whatever refers to a conversation by an index, so that erasing one looks at no other', () => {
    const references = open(newPath()).prepare(
      `SELECT s.name || '.' || f."from" AS reference FROM sqlite_schema s JOIN pragma_foreign_key_list(s.name) f
       WHERE s.type = 'table' AND f.seq = 0 AND f."table" <> 'account' AND NOT EXISTS (
         SELECT 1 FROM pragma_index_list(s.name) i JOIN pragma_index_info(i.name) c
         WHERE i.partial = 0 AND c.seqno = 0 AND c.name = f."from")`,
    )

    expect(references.all()).toEqual([])
  })

  it.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['secure_delete', 1],
    ['foreign_keys', 1],
    ['busy_timeout', 5000],
    ['mmap_size', 0],
  ])('is kept safe: %s is %s', (name, expected) => {
    expect(pragma(open(newPath()), name)).toBe(expected)
  })

  it('is made with its folder', () => {
    const path = join(dirname(newPath()), 'new', 'folder', 'assistant.db')

    open(path)

    expect(existsSync(path)).toBe(true)
  })

  it('keeps its rows when it is opened again', () => {
    const path = newPath()
    const first = open(path)
    addConversation(first, 'mój tekst')
    close(first)

    const texts = open(path).prepare('SELECT body FROM message').all()

    expect(texts.map(({ body }) => body)).toEqual(['mój tekst'])
  })

  it('keeps no trace of what was deleted', () => {
    const path = newPath()
    const database = open(path)
    for (let index = 0; index < 50; index++) addConversation(database, `bardzo prywatne słowa ${index} `.repeat(100))
    const before = tracesOf('prywatne', path)

    database.exec('DELETE FROM conversation; PRAGMA wal_checkpoint(TRUNCATE)')

    expect(before).not.toEqual([])
    expect(tracesOf('prywatne', path)).toEqual([])
  })

  it('that is none is refused in one clear line', () => {
    const path = newPath()
    writeFileSync(path, 'not a database '.repeat(1000))

    expect(() => open(path)).toThrow(StoreError)
  })

  it('in a place that is a folder is refused in one clear line', () => {
    const refusal = refusalOf(dirname(newPath()))

    expect(refusal).toMatch(/^DATA_DIR: cannot open .*Give the service a folder that it may write to\.$/)
  })

  it('in a folder that cannot be made is refused in one clear line', () => {
    const path = writtenBy('')

    expect(() => open(join(path, 'assistant.db'))).toThrow(StoreError)
  })
})

describe('the schema of a SQLite file', () => {
  it.each(readMigrations('sqlite').map(({ version }) => version - 1))('is brought up to date from %i', version => {
    const steps = readMigrations('sqlite').slice(0, version)
    const path = writtenBy(`${steps.map(({ sql }) => sql).join('\n')}; PRAGMA user_version = ${version}`)

    const database = open(path)

    expect(pragma(database, 'user_version')).toBe(NEWEST)
    expect(database.prepare('SELECT count(*) AS rows FROM inbox').get()).toMatchObject({ rows: 0 })
  })

  it('that is newer is refused in one clear line, and the file is left untouched', () => {
    const path = writtenBy(`PRAGMA journal_mode = WAL; CREATE TABLE future (text); PRAGMA user_version = ${NEWEST + 1}`)
    const before = folderOf(path)

    const refusal = refusalOf(path)

    expect(refusal).toBe(
      `The database has schema ${NEWEST + 1}, but this version of the assistant knows ${NEWEST} at most. ` +
        'Start the newer version again, or restore a backup. Nothing was changed.',
    )
    expect(folderOf(path)).toEqual(before)
  })

  it('that is newer leaves the file untouched, too, where it is a backup that was never opened', () => {
    const path = writtenBy(`CREATE TABLE future (text); PRAGMA user_version = ${NEWEST + 1}`)
    const before = folderOf(path)

    refusalOf(path)

    expect(folderOf(path)).toEqual(before)
  })

  it('stays as it was where a step fails', () => {
    const path = writtenBy(`CREATE TABLE delivery (text); INSERT INTO delivery VALUES ('kept')`)

    const refusal = refusalOf(path)

    const database = new DatabaseSync(path)
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()
    expect(refusal).toBe('The database could not be brought up to date. Nothing was changed.')
    expect(tables.map(({ name }) => name)).toEqual(['delivery'])
    expect(pragma(database, 'user_version')).toBe(0)
    database.close()
  })
})

describe('the service lock', () => {
  /** Lets another process open the file. */
  async function heldByAnother(path: string) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'file-holder.ts'), path], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    return {
      pid: child.pid,
      async kill() {
        const ended = once(child, 'exit')
        child.kill('SIGKILL')
        await ended
      },
    }
  }

  it('refuses another process while the one that holds the file lives, and lets it in after a kill', async () => {
    const path = newPath()
    const holder = await heldByAnother(path)

    const refusal = refusalOf(path)
    await holder.kill()

    expect(refusal).toBe(`${path} is in use by process ${holder.pid}. Stop it first: one service for each file.`)
    expect(pragma(open(path), 'user_version')).toBe(NEWEST)
  })

  it('leaves the file of another process untouched', async () => {
    const path = newPath()
    const holder = await heldByAnother(path)
    const before = readFileSync(path)

    refusalOf(path)

    expect(readFileSync(path).equals(before)).toBe(true)
    await holder.kill()
  })

  it('refuses the same process a second time', () => {
    const path = newPath()
    open(path)

    expect(refusalOf(path)).toContain(`in use by process ${process.pid}`)
  })

  it('lets in a process that has the number of the last one, as in a container', () => {
    const path = newPath()
    const first = open(path)
    first.exec('UPDATE service_lock SET started_at = started_at - 1')
    first.close()

    expect(() => open(path)).not.toThrow()
  })

  it('tells its holder when another process has taken it', () => {
    const path = newPath()
    const first = open(path)
    first.exec(`UPDATE service_lock SET holder = 'another'`)

    expect(() => held(first).check()).toThrow(StoreError)
  })

  it('is free once it was released', () => {
    const path = newPath()
    close(open(path))

    expect(() => open(path)).not.toThrow()
  })

  it.each([
    ['a process that ended', hostname(), 0, true],
    ['another machine that was just seen', 'elsewhere', 0, false],
    ['another machine that was not seen for 29 s', 'elsewhere', 29, false],
    ['another machine that was not seen for 30 s', 'elsewhere', 30, true],
  ])('of %s is taken over, or not', (_who, host, seconds, isFree) => {
    const path = newPath()
    const first = open(path)
    first.prepare('UPDATE service_lock SET process_id = ?, host = ?').run(idOfNoProcess(), host)
    first.prepare(`UPDATE service_lock SET seen_at = unixepoch('subsec') - ?`).run(seconds)
    first.close()

    if (isFree) expect(() => open(path)).not.toThrow()
    else expect(() => open(path)).toThrow(StoreError)
  })

  it('holds on when it is renewed', () => {
    const path = newPath()
    const first = open(path)
    first.exec('UPDATE service_lock SET seen_at = seen_at - 60')

    held(first).check()

    expect(() => open(path)).toThrow(StoreError)
  })
})

/** Numbers of processes end far below. */
function idOfNoProcess(): number {
  return 2 ** 31 - 2
}

let addresses = 0

function addConversation(database: DatabaseSync, text: string): void {
  const address = String(++addresses)
  database
    .prepare(
      `INSERT INTO conversation (id, source, address, state, opened_at, active_at) VALUES (?, 's', ?, '', '', '')`,
    )
    .run(address, address)
  const event = database
    .prepare(
      `INSERT INTO inbox (source, address, external_id, conversation_id, kind, is_awaited, retry_at, accepted_at)
       VALUES ('s', ?, '1', ?, 'citizen-wrote', 0, '', '') RETURNING id`,
    )
    .get(address, address)
  database
    .prepare(
      `INSERT INTO message (conversation_id, seq, event_id, speaker, body, written_at) VALUES (?, 1, ?, 'citizen', ?, '')`,
    )
    .run(address, event?.id ?? null, text)
}

/** The files of a database, such as its write-ahead log, in which a word stands. */
function tracesOf(word: string, path: string): readonly string[] {
  return Object.entries(folderOf(path)).flatMap(([name, bytes]) => (bytes.includes(word) ? [name] : []))
}
