import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { freePort } from '../setup/free-port.ts'
import { unless } from './checker.ts'
import { BOTH, type Fault, type Finding, found, type Trial } from './fault.ts'
import { startProgram } from './program.ts'
import { SECRETS } from './secrets.ts'
import type { TestStore } from './stores.ts'

/** Something that the service must not start with, and what it is to say. */
type Refusal = {
  readonly name: string
  readonly prepare: (store: TestStore) => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>
  readonly says: RegExp
}

export const STARTED: readonly Fault[] = [
  {
    id: 'F24',
    title: 'refuses to start with what it cannot use, says so in one line, and leaves the data alone',
    stores: BOTH,
    run: refuse,
  },
  {
    id: 'F24',
    title: 'brings the schema up to date once when two replicas start together',
    stores: ['PostgreSQL'],
    run: migrateTogether,
  },
]

const ON_SQLITE: readonly Refusal[] = [
  {
    name: 'a file that is no database',
    prepare: store => withFile(store, 'assistant.db', 'To nie jest baza danych. '.repeat(1000)),
    says: /^DATA_DIR: .*assistant\.db.*$/,
  },
  {
    name: 'a newer schema',
    prepare: store => withStatement(store, 'PRAGMA user_version = 99'),
    says: /^The database has schema 99, but this version of the assistant knows \d+ at most\. .*Nothing was changed\.$/,
  },
  {
    name: 'a schema that cannot be brought up to date',
    prepare: store => withStatement(store, 'CREATE TABLE conversation (id TEXT)'),
    says: /^The database could not be brought up to date\. Nothing was changed\.$/,
  },
  {
    name: 'a folder that is a file',
    prepare: store => ({ DATA_DIR: join(withFile(store, 'file', '').DATA_DIR ?? '', 'file') }),
    says: /^DATA_DIR: .*$/,
  },
]

const ON_POSTGRES: readonly Refusal[] = [
  {
    name: 'a newer schema',
    prepare: store =>
      withStatement(store, 'CREATE TABLE schema_version (version integer); INSERT INTO schema_version VALUES (99)'),
    says: /^The database has schema 99, but this version of the assistant knows \d+ at most\. .*Nothing was changed\.$/,
  },
  {
    name: 'a schema that cannot be brought up to date',
    prepare: store => withStatement(store, 'DROP TABLE schema_version; CREATE TABLE inbox (id text)'),
    says: /^DATABASE_URL: the database cannot be reached or brought up to date\. Nothing was changed\.$/,
  },
  {
    name: 'no server',
    prepare: async store => store.settings(await freePort()),
    says: /^DATABASE_URL: the database cannot be reached or brought up to date\. Nothing was changed\.$/,
  },
  {
    name: 'an address of another kind',
    prepare: store => ({ ...store.settings(), DATABASE_URL: `mysql://assistant:${SECRETS.password}@127.0.0.1/db` }),
    says: /^These settings need attention \(see \.env\.example\):\n {2}DATABASE_URL: must be an address such as .*$/,
  },
]

async function refuse({ stores, kind }: Trial): Promise<Finding> {
  const store = await stores.create(kind)
  try {
    const violations: string[] = []
    for (const refusal of kind === 'SQLite' ? ON_SQLITE : ON_POSTGRES) {
      violations.push(...(await tryToStart(store, refusal)))
    }
    return found(violations)
  } finally {
    await store.close()
  }
}

async function tryToStart(store: TestStore, { name, prepare, says }: Refusal): Promise<readonly string[]> {
  const settings = await prepare(store)
  const before = await keptBy(store, settings)
  const program = startProgram('main.ts', { PORT: '0', ...settings })
  const { status } = await program.ended
  const output = program.output().trim()
  return [
    ...unless(status === 1, `F24: ${name}: it ended with ${status}`),
    ...unless(says.test(output), `F24: ${name}: it said ${output.slice(0, 1000)}`),
    ...unless(!output.includes(SECRETS.password), `I6: ${name}: the password was printed`),
    ...unless((await keptBy(store, settings)) === before, `F24: ${name}: the data changed`),
  ]
}

async function keptBy(store: TestStore, { DATA_DIR = '' }: Readonly<Record<string, string>>): Promise<string> {
  if (store.kind === 'PostgreSQL') return store.everything()
  const file = join(DATA_DIR, 'assistant.db')
  return existsSync(file) ? readFileSync(file, 'latin1') : ''
}

async function migrateTogether({ stores, kind }: Trial): Promise<Finding> {
  const store = await stores.create(kind)
  const settings = { PORT: '0', ...store.settings() }
  const programs = Array.from({ length: 2 }, () => startProgram('main.ts', settings))
  try {
    await Promise.all(programs.map(each => each.says(/"ready at /)))
    const versions = await store.query('SELECT version, count(*) AS times FROM schema_version GROUP BY version')
    const twice = versions.filter(({ times }) => Number(times) !== 1)
    return found([
      ...unless(versions.length > 0, 'F24: no step was taken'),
      ...unless(twice.length === 0, `F24: ${twice.length} steps were taken twice`),
    ])
  } finally {
    for (const each of programs) each.signal('SIGKILL')
    await Promise.all(programs.map(each => each.ended))
    await store.close()
  }
}

function withFile(store: TestStore, name: string, content: string): Readonly<Record<string, string>> {
  const settings = folderOf(store, `with ${name}`)
  writeFileSync(join(settings.DATA_DIR ?? '', name), content)
  return settings
}

/** On SQLite each has a file of its own, so that one fault does not hide the next. */
async function withStatement(store: TestStore, sql: string): Promise<Readonly<Record<string, string>>> {
  if (store.kind === 'PostgreSQL') {
    await store.query(sql)
    return store.settings()
  }
  const settings = folderOf(store, sql.replaceAll(' ', '-'))
  const database = new DatabaseSync(join(settings.DATA_DIR ?? '', 'assistant.db'))
  database.exec(`PRAGMA journal_mode = WAL; ${sql}`)
  database.close()
  return settings
}

function folderOf(store: TestStore, name: string): Readonly<Record<string, string>> {
  const folder = join(store.settings().DATA_DIR ?? '', name)
  mkdirSync(folder)
  return { DATA_DIR: folder }
}
