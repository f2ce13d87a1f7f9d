import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGraphStandIn } from '../setup/graph-stand-in.ts'
import { realKnowledge } from '../setup/knowledge.ts'
import { batchOf, deliver, wrote } from '../setup/messenger.ts'
import { startPostgres } from '../setup/postgres.ts'

const MESSAGES = 1000
/** So many citizens write them: each one message, or each four. */
const CITIZENS = [1000, 250]
const ROUNDS = 3

/**
 * `npm run bench -- messenger`: until a batch as large as Meta's get is acknowledged on each store, and until its repeat is. Meta
 * waits 5 s, and then repeats it.
 */
export async function benchMessenger(): Promise<void> {
  realKnowledge()
  const postgres = await startPostgres({})
  const graph = await startGraphStandIn()
  const places = {
    SQLite: async () => join(mkdtempSync(join(tmpdir(), 'bench-')), 'assistant.db'),
    PostgreSQL: postgres.createDatabase,
  }
  for (const [name, place] of Object.entries(places)) {
    for (const citizens of CITIZENS) {
      const first: number[] = []
      const repeat: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const { child, url } = await start(await place(), graph.url)
        const body = batch(citizens)
        first.push(await acknowledgement(url, body))
        repeat.push(await acknowledgement(url, body))
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      process.stdout.write(
        `${name}, ${MESSAGES} messages of ${citizens} citizens: ${inOrder(first)} ms, repeated: ${inOrder(repeat)} ms\n`,
      )
    }
  }
  await graph.stop()
  await postgres.stop()
}

function batch(citizens: number): string {
  const senders = Array.from({ length: citizens }, () => randomUUID())
  const text = 'ile kosztuje karta parkingowa'
  return batchOf(...Array.from({ length: MESSAGES }, (_, index) => wrote(text, senders[index % citizens] ?? '')))
}

async function acknowledgement(url: string, body: string): Promise<number> {
  const began = performance.now()
  const { status } = await deliver(url, body)
  if (status !== 200) throw new Error(`the batch was answered with ${status}`)
  return performance.now() - began
}

function inOrder(times: readonly number[]): string {
  return times
    .map(Math.round)
    .toSorted((one, other) => one - other)
    .join(', ')
}

async function start(place: string, graphUrl: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = fork(join(import.meta.dirname, 'assistant-service.ts'), [place, graphUrl], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ url }] = await once(child, 'message')
  return { child, url }
}
