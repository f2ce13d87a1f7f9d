import { steadyPort } from '../setup/free-port.ts'
import type { DeskCall } from './desk-call.ts'
import type { Command } from './fault-points.ts'
import type { History } from './history.ts'
import { type End, type Program, startProgram } from './program.ts'

/** One replica of the service, started again by its supervisor whenever it ends, at the same address. */
export type Service = {
  readonly url: string
  /** Resolves once it is ready. */
  readonly ready: () => Promise<void>
  readonly tell: (command: Command) => Promise<number | undefined>
  readonly askDesk: (call: DeskCall) => Promise<unknown>
  /** As by `kill -9`. Resolves once it is dead. */
  readonly kill: () => Promise<void>
  /** As by a deployment: SIGTERM. Resolves with how it ended. */
  readonly restart: () => Promise<End>
  /** Resolves when it ends by itself. */
  readonly dies: () => Promise<void>
  /** Changes what the next process is started with. */
  readonly set: (settings: Readonly<Record<string, string>>) => void
  /** Ends it for good. */
  readonly stop: () => Promise<void>
}

const READY = /"ready at /

export async function startService(settings: Readonly<Record<string, string>>, history: History): Promise<Service> {
  const port = await steadyPort()
  const environment: Record<string, string> = { PORT: String(port), ...settings }
  let current = Promise.withResolvers<Program>()
  let isStopped = false
  let isTold = false
  let program = start()
  await program.says(READY)
  const supervision = supervise()

  function start(): Program {
    return startProgram('tests/faults/service-process.ts', environment, history.addLog)
  }

  async function supervise(): Promise<void> {
    for (;;) {
      const started = program
      started.says(READY).then(
        () => current.resolve(started),
        () => undefined,
      )
      const end = await started.ended
      if (isStopped) return
      if (isTold) history.add({ kind: 'stopped', status: end.status })
      else history.add({ kind: 'broke', what: `a process ended by ${end.signal ?? `status ${end.status}`}` })
      isTold = false
      current = Promise.withResolvers()
      program = start()
    }
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<End> {
    const running = await current.promise
    isTold = signal === 'SIGTERM'
    running.signal(signal)
    return running.ended
  }

  return {
    url: `http://127.0.0.1:${port}`,
    async ready() {
      await current.promise
    },
    tell: async command => (await current.promise).tell(command),
    askDesk: async call => (await current.promise).askDesk(call),
    async kill() {
      await end('SIGKILL')
    },
    restart: () => end('SIGTERM'),
    async dies() {
      await (await current.promise).ended
    },
    set: more => Object.assign(environment, more),
    async stop() {
      isStopped = true
      program.signal('SIGKILL')
      await supervision
    },
  }
}
