import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { COMPILE_CACHE } from '../setup/compile-cache.ts'
import type { DeskCall } from './desk-call.ts'
import type { Command } from './fault-points.ts'

const ROOT = join(import.meta.dirname, '../..')

/** How a process ended: by itself, or by a signal. */
export type End = { readonly status: number | null; readonly signal: NodeJS.Signals | null }

/** To a command (`answer`), or to a call of the desk. */
type Answer = {
  readonly number: number
  readonly answer?: number
  readonly given?: unknown
  readonly error?: string
}

/** A process of the service's program. */
export type Program = {
  readonly output: () => string
  /** Gives the first match in its output. Throws when it ends without one. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>
  readonly signal: (signal: 'SIGKILL' | 'SIGTERM') => void
  /** Throws when it ends before it answers. */
  readonly tell: (command: Command) => Promise<number | undefined>
  /** Gives what the desk gave, as JSON. Throws when the desk throws, or the process ends before it answers. */
  readonly askDesk: (call: DeskCall) => Promise<unknown>
  readonly ended: Promise<End>
}

export function startProgram(
  file: 'main.ts' | 'tests/faults/service-process.ts',
  settings: Readonly<Record<string, string>>,
  onOutput: (text: string) => void = () => undefined,
  /** A file descriptor for its standard output, in place of `output`. */
  standardOutput: 'pipe' | number = 'pipe',
): Program {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...COMPILE_CACHE, ...settings },
    stdio: ['ignore', standardOutput, 'pipe', 'ipc'],
  })
  const answers = new Map<number, (message: Answer) => void>()
  let output = ''
  let commands = 0
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      output += chunk
      onOutput(String(chunk))
    })
  }
  child.on('message', (message: Answer) => {
    answers.get(message.number)?.(message)
    answers.delete(message.number)
  })
  const ended = once(child, 'close').then(([status, signal]): End => ({ status, signal }))
  const tooLate = (what: string) =>
    ended.then(({ status, signal }): never => {
      throw new Error(`${file} ended (${status ?? signal}) before ${what}: ${output.slice(-2000)}`)
    })

  function send(message: { readonly command: Command } | { readonly call: DeskCall }, what: string): Promise<Answer> {
    const number = ++commands
    const { promise: answered, resolve } = Promise.withResolvers<Answer>()
    answers.set(number, resolve)
    child.send({ number, ...message }, () => undefined)
    return Promise.race([answered, tooLate(what)])
  }

  return {
    output: () => output,
    async says(pattern) {
      const { promise: said, resolve } = Promise.withResolvers<RegExpExecArray>()
      const look = () => {
        const found = pattern.exec(output)
        if (found) resolve(found)
      }
      look()
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', look)
      return Promise.race([said, tooLate(`it said ${pattern}`)])
    },
    signal: signal => child.kill(signal),
    async tell(command) {
      return (await send({ command }, `it did "${command.do}"`)).answer
    },
    async askDesk(call) {
      const { given, error } = await send({ call }, `it did "${call.method}"`)
      if (error !== undefined) throw new Error(error)
      return given
    },
    ended,
  }
}
