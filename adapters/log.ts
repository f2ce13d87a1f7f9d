import { destination, pino } from 'pino'
import type { Log } from '../bot/ports.ts'
import type { LogLevel } from './config.ts'

/** JSON lines on standard output. A log that cannot be written must not stop the service, so failures are dropped. */
export function createLog(level: LogLevel): Log {
  const out = destination({ dest: 1, sync: false })
  out.on('error', () => undefined)
  return pino({ level, base: null }, out)
}
