import { type DestinationStream, destination, pino } from 'pino'
import type { Log } from '../bot/ports.ts'
import type { LogLevel } from './config.ts'

/** Signs that a terminal or a reader of lines takes for more than text, and that JSON leaves as they are. */
const UNESCAPED = /[\u007f-\u009f\u2028\u2029]/g

/** JSON lines, by default on standard output. A log that cannot be written must not stop the service, so failures are dropped. */
export function createLog(level: LogLevel, out: DestinationStream = standardOutput()): Log {
  return pino({ level, base: null }, { write: line => out.write(line.replace(UNESCAPED, escaped)) })
}

function standardOutput(): DestinationStream {
  const out = destination({ dest: 1, sync: false })
  out.on('error', () => undefined)
  return out
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}
