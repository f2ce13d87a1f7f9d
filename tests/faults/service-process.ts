import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { type Config, readConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { createPostgresStore } from '../../adapters/storage/postgres-store.ts'
import { createSqliteStore } from '../../adapters/storage/sqlite-store.ts'
import { STORE_TIMING, type StoreTiming } from '../../adapters/storage/timing.ts'
import { startWatchdog } from '../../adapters/watchdog.ts'
import { createApp } from '../../app.ts'
import type { Store } from '../../bot/ports.ts'
import { type DeskCall, makeDeskCall } from './desk-call.ts'
import { type Command, createFaultPoints } from './fault-points.ts'

type Order = { readonly number: number; readonly command?: Command; readonly call?: DeskCall }

// The service as main.ts starts it, with faults around its ports. Without the harness it ends.

const config = readConfig(process.env)
const timing: StoreTiming = { ...STORE_TIMING, ...JSON.parse(process.env.STORE_TIMING ?? '{}') }
const faults = createFaultPoints()
const log = createLog(config.logLevel)

process.on('disconnect', () => process.exit(1))
process.on('message', ({ number, command, call }: Order) => {
  if (command) process.send?.({ number, answer: faults.obey(command) })
  if (call) answerCall(number, call)
})
faults.obey({ do: 'set clock', offByMs: Number(process.env.CLOCK_OFF_BY_MS ?? 0) })

const app = await createApp(config, log, {
  clock: faults.clock,
  store: faults.wrapStore(await openStore(config)),
  wrapChannel: faults.wrapChannel,
})
app.lost.then(() => process.exit(1))
process.once('SIGTERM', () => {
  app
    .stop(config.drainSeconds * 1000)
    .catch((error: unknown) => log.error({ error: String(error) }, 'stopping failed'))
    .finally(() => process.exit())
})
await app.ready
// Kept at an ordinary end otherwise, which hardly any of these processes has. It takes seconds the first time, which the
// watchdog would take for a message that never ends.
flushCompileCache()
startWatchdog(config.watchdogSeconds)
log.info({ url: app.url }, `ready at ${app.url}`)

async function answerCall(number: number, call: DeskCall): Promise<void> {
  try {
    process.send?.({ number, given: await makeDeskCall(app.desk, call) })
  } catch (error) {
    process.send?.({ number, error: String(error) })
  }
}

async function openStore({ databaseUrl, dataDir }: Config): Promise<Store> {
  if (databaseUrl === undefined) return createSqliteStore(join(dataDir, 'assistant.db'), timing)
  return createPostgresStore(databaseUrl, timing)
}
