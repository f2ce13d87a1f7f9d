import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { realKnowledge } from '../setup/knowledge.ts'
import { startPostgres } from '../setup/postgres.ts'
import { startLoad } from './load.ts'

// `npm run bench -- turns`: turns per second of the assistant over each store, as a share of a bare echo bot's.

const CONNECTIONS = [1, 8, 32]
const ROUNDS = 3

type Candidate = { readonly name: string; readonly child: ChildProcess; readonly url: string }

export async function benchTurns({
  seconds,
  json,
}: {
  readonly seconds: number
  readonly json: string | undefined
}): Promise<void> {
  realKnowledge()
  const postgres = await startPostgres({})
  const file = join(mkdtempSync(join(tmpdir(), 'bench-')), 'assistant.db')
  const candidates = [
    await start('echo bot', 'echo-service.ts'),
    await start('SQLite :memory:', 'assistant-service.ts', ':memory:'),
    await start('SQLite FULL', 'assistant-service.ts', file),
    await start('PostgreSQL', 'assistant-service.ts', await postgres.createDatabase()),
  ]
  const load = await startLoad()
  const rates = new Map(candidates.map(({ name }) => [name, CONNECTIONS.map((): number[] => [])]))

  for (const { url } of candidates) await load.run(url, 8, 1)
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, connections] of CONNECTIONS.entries()) {
      for (const { name, url } of candidates) {
        rates.get(name)?.[index]?.push(await load.run(url, connections, seconds))
      }
    }
  }

  load.stop()
  for (const { child } of candidates) child.kill('SIGKILL')
  await postgres.stop()
  const medians = Object.fromEntries([...rates].map(([name, lists]) => [name, lists.map(median)]))
  print(medians)
  if (json !== undefined)
    writeFileSync(json, JSON.stringify({ connections: CONNECTIONS, turnsPerSecond: medians }, null, 2))
}

async function start(name: string, file: string, ...args: string[]): Promise<Candidate> {
  const child = fork(join(import.meta.dirname, file), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [{ url }] = await once(child, 'message')
  return { name, child, url }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function print(medians: Readonly<Record<string, readonly number[]>>): void {
  const echo = medians['echo bot'] ?? []
  const row = (cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(18) : cell.padStart(20))).join('')
  const lines = [
    row(['connections', ...CONNECTIONS.map(String)]),
    ...Object.entries(medians).map(([name, values]) =>
      row([
        name,
        ...values.map((value, index) => `${value.toFixed(0)}/s (${(value / (echo[index] ?? 1)).toFixed(2)})`),
      ]),
    ),
  ]
  process.stdout.write(`turns per second, and as a share of the echo bot's in the same run\n${lines.join('\n')}\n`)
}
