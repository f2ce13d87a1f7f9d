import { startWatchdog } from '../../adapters/watchdog.ts'

// A process for watchdog.test.ts: `watched.ts <seconds of the watchdog> <milliseconds to tick> [block]`. It ends by itself
// then, unless it is to block.

const [seconds, tickingMs, end] = process.argv.slice(2)

startWatchdog(Number(seconds))
setTimeout(() => {
  if (end !== 'block') return
  process.stdout.write(`${Date.now()}\n`)
  for (;;);
}, Number(tickingMs))
