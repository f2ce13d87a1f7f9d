import { monitorEventLoopDelay } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'
import { MAX_ATTEMPTS } from '../../bot/decide-turn.ts'
import type { Happening } from '../../bot/event.ts'
import type { Channel, Clock, Store } from '../../bot/ports.ts'
import type { ExplainedReply } from '../../bot/turn.ts'
import { paragraph } from '../../dialogs/reply.ts'

// What a service process does at the harness's word. All of it is wrapped around the ports; the service knows nothing of it.

/** Steps of a message at which a process can be made to die. */
export const STEPS = [
  'before accept',
  'after accept',
  'before commit',
  'after commit',
  'before send',
  'after send',
  'after mark',
] as const
export type Step = (typeof STEPS)[number]

/** What the harness tells a service process. Each is answered once it was done. */
export type Command =
  /** Dies, as by `kill -9`, when the step is reached next. */
  | { readonly do: 'die'; readonly at: Step }
  /** Turns wait from now on, as if deciding took long. */
  | { readonly do: 'hold turns' }
  | { readonly do: 'let turns go' }
  /** From now on its clock is off by so much. */
  | { readonly do: 'set clock'; readonly offByMs: number }
  /** SQLite: its file cannot grow any more. */
  | { readonly do: 'fill disk' }
  | { readonly do: 'free disk' }
  /** Answers with its resident memory in bytes. */
  | { readonly do: 'weigh' }
  /** Answers how late the event loop was since this was last asked: 99 of 100 times not later, in milliseconds. */
  | { readonly do: 'measure lag' }

/** A message with one of these words makes the process do what a defect in deciding might. */
export const POISON = { throws: 'trucizna-rzuca', loops: 'trucizna-krąży', aborts: 'trucizna-przerywa' }

export type FaultPoints = {
  readonly clock: Clock
  readonly wrapStore: (store: Store) => Store
  readonly wrapChannel: (channel: Channel) => Channel
  /** Gives a number where the command asks for one. */
  readonly obey: (command: Command) => number | undefined
}

export function createFaultPoints(): FaultPoints {
  const disk = watchDisk()
  const lag = monitorEventLoopDelay({ resolution: 10 })
  lag.enable()
  let deadly: Step | undefined
  let offByMs = 0
  let gate: { readonly opened: Promise<void>; readonly open: () => void } | undefined

  function reach(step: Step): void {
    if (step === deadly) process.kill(process.pid, 'SIGKILL')
  }

  return {
    clock: () => new Date(Date.now() + offByMs),

    wrapStore: store => ({
      ...store,
      async accept(...event) {
        reach('before accept')
        const accepted = await store.accept(...event)
        reach('after accept')
        return accepted
      },
      async takeTurn(conversationId, decide, now) {
        await gate?.opened
        const taken = await store.takeTurn(
          conversationId,
          (before, received, desk) => {
            if (received.attempts <= MAX_ATTEMPTS) suffer(received.happening)
            const turn = decide(before, received, desk)
            // By F16's rule a message is given up when processes died during three of its turns: chance spares the last.
            if (received.attempts < MAX_ATTEMPTS) reach('before commit')
            return turn
          },
          now,
        )
        if (taken) reach('after commit')
        return taken
      },
      async delivered(delivery) {
        await store.delivered(delivery)
        reach('after mark')
      },
    }),

    wrapChannel: channel => ({
      async deliver(returnPath, reply, key, history) {
        reach('before send')
        await channel.deliver(returnPath, labelled(reply, key), key, history)
        reach('after send')
      },
    }),

    obey(command) {
      switch (command.do) {
        case 'die':
          deadly = command.at
          return undefined
        case 'hold turns': {
          const { promise: opened, resolve: open } = Promise.withResolvers<void>()
          gate = { opened, open }
          return undefined
        }
        case 'let turns go':
          gate?.open()
          gate = undefined
          return undefined
        case 'set clock':
          offByMs = command.offByMs
          return undefined
        case 'fill disk':
          return disk.fill()
        case 'free disk':
          return disk.free()
        case 'weigh':
          return process.memoryUsage.rss()
        case 'measure lag': {
          const ms = lag.percentile(99) / 1e6
          lag.reset()
          return ms
        }
      }
    },
  }
}

/** Names the delivery in the reply, so that the channel's stand-in can tell which it got. */
function labelled({ reply, ...more }: ExplainedReply, key: string): ExplainedReply {
  return { ...more, reply: { ...reply, blocks: [...reply.blocks, paragraph(`dostawa ${key}`)] } }
}

function suffer(happening: Happening): void {
  if (happening.kind !== 'citizen-wrote') return
  if (happening.text.includes(POISON.throws)) throw new Error('a defect that throws')
  if (happening.text.includes(POISON.aborts)) process.abort()
  if (happening.text.includes(POISON.loops)) blockForEver()
}

/** The event loop stands still as in an endless loop, which would take a processor from whatever is tried meanwhile. */
function blockForEver(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

/** `max_page_count` holds for one connection, so the store's own has to be found: the last that ran a statement. */
function watchDisk(): { readonly fill: () => undefined; readonly free: () => undefined } {
  const { exec } = DatabaseSync.prototype
  let connection: DatabaseSync | undefined
  DatabaseSync.prototype.exec = function (sql) {
    connection = this
    return exec.call(this, sql)
  }
  const limit = (pages: number) => {
    connection?.exec(`PRAGMA max_page_count = ${pages}`)
    return undefined
  }
  return {
    // A limit below the present size means the present size.
    fill: () => limit(1),
    free: () => limit(0xfffffffe),
  }
}
