import { ConfigError, readConfig } from './adapters/config.ts'
import { KnowledgeError } from './adapters/knowledge/knowledge-error.ts'
import { createLog } from './adapters/log.ts'
import { StoreError } from './adapters/storage/store-error.ts'
import { startWatchdog } from './adapters/watchdog.ts'
import { createApp } from './app.ts'
import { RegisterError } from './bot/erasing.ts'

const OLDEST_NODE = 24

try {
  await start()
} catch (error) {
  if (!isForTheOperator(error)) throw error
  endWith(error)
}

function endWith({ message }: Error): void {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/** What whoever runs the service can mend is told in its own words, without a stack. */
function isForTheOperator(error: unknown): error is Error {
  return [ConfigError, KnowledgeError, RegisterError, StoreError].some(kind => error instanceof kind)
}

async function start(): Promise<void> {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new ConfigError([
      `Node.js: must be ${OLDEST_NODE} or newer, but is ${process.versions.node}. Start with "npm start" after "npm ci".`,
    ])
  }
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const app = await createApp(config, log)
  app.lost.then(endWith)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      app
        .stop(signal === 'SIGTERM' ? config.drainSeconds * 1000 : 0)
        .catch((error: unknown) => log.error({ error: String(error) }, 'stopping failed'))
        .finally(() => process.exit())
    })
  }
  await app.ready
  // Only turns can block for ever, and none is taken before.
  startWatchdog(config.watchdogSeconds)
  const invitation = await app.inviteFirst()
  // To the terminal and not to the log, which is kept and read by others.
  if (invitation !== undefined) {
    process.stderr.write(
      `There is no account yet. Create the first administrator of the desk, once:\n  ${invitation}\n`,
    )
  }
  log.info({ url: app.url }, `ready at ${app.url}; testers connect the Emulator to ${app.url}/api/messages`)
}
