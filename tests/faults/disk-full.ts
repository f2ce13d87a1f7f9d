import { closeSync, openSync } from 'node:fs'
import { freePort } from '../setup/free-port.ts'
import type { Arena } from './arena.ts'
import { openEmulator } from './channel.ts'
import { unless } from './checker.ts'
import { deliver, type Letter, letter, send } from './citizens.ts'
import { type Fault, type Finding, found, inArena, type Trial } from './fault.ts'
import { healthOf } from './health-of.ts'
import { createHistory } from './history.ts'
import { startProgram } from './program.ts'
import { until } from './until.ts'

/** Turns that are left when the disk is full, more than what is free in the file can hold; and how often they are tried then. */
const WAITING = 30
const FAILURES = 30

export const DISK_FULL: readonly Fault[] = [
  {
    id: 'F14',
    title: 'acknowledges nothing while the disk is full, still reads, and goes on when there is room',
    stores: ['SQLite'],
    run: trial => inArena(takenUpOften(trial), fill),
  },
  {
    id: 'F14',
    title: 'goes on answering while its log cannot be written',
    stores: ['SQLite'],
    run: fillLog,
  },
]

/** Often enough for a turn to be given up if it were the turn's fault. */
function takenUpOften(trial: Trial): Trial {
  const { pace } = trial
  return { ...trial, pace: { ...pace, timing: { ...pace.timing, retryMs: 200 } } }
}

async function fill({ service, office, history }: Arena): Promise<readonly string[]> {
  const read = letter({ more: { deliveryMode: 'expectReplies' } })
  const before = await deliver(office, read)
  await service.tell({ do: 'hold turns' })
  await Promise.all(Array.from({ length: WAITING }, () => deliver(office, letter())))

  await service.tell({ do: 'fill disk' })
  await service.tell({ do: 'let turns go' })
  await until('turns have failed often', () => history.log().split('work after an event failed').length > FAILURES)
  const refused: Letter[] = []
  await until('a message is refused', async () => {
    const next = letter()
    const { status } = await send(office, next)
    if (status !== 200) refused.push(next)
    return status === 503
  })
  const { live, ready } = await healthOf(service.url)
  const after = await send(office, read)

  await service.tell({ do: 'free disk' })
  await until('it is ready again', async () => (await healthOf(service.url)).ready === 200)
  await Promise.all(refused.map(each => deliver(office, each)))
  return [
    ...unless(live === 200, `F14: live was ${live}`),
    ...unless(ready === 503, `F14: ready was ${ready}`),
    ...unless(after.status === 200 && after.text === before.text, `F14: what was there was not read: ${after.status}`),
  ]
}

/** Where there is no `/dev/full`, there is nothing to try. */
async function fillLog({ stores }: Trial): Promise<Finding> {
  if (process.platform !== 'linux') return found([])
  const store = await stores.create('SQLite')
  const history = createHistory()
  const channel = await openEmulator(history)
  const full = openSync('/dev/full', 'w')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = startProgram('main.ts', { PORT: String(port), ...store.settings() }, undefined, full)
  try {
    await until('it is ready', async () => (await healthOf(url)).ready === 200)
    const office = { ...channel, address: () => url, history }
    for (let index = 0; index < 10; index++) await deliver(office, letter())
    await until('all were answered', () => history.of('received').length >= 10)
    const { ready } = await healthOf(url)
    return found(unless(ready === 200, `F14: ready was ${ready}`))
  } finally {
    program.signal('SIGKILL')
    await program.ended
    closeSync(full)
    await channel.stop()
    await store.close()
  }
}
