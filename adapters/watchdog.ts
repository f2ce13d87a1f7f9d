import { Worker } from 'node:worker_threads'

/** Checks without a tick after which a thread is taken for blocked: enough that it is not by chance. */
const CHECKS = 10

export type Watchdog = { readonly stop: () => Promise<void> }

/**
 * Ends the process when its main thread has not ticked for `seconds`: a message that never ends would otherwise hold up all
 * others. Starting again is the supervisor's business; the message is given up after some attempts.
 */
export function startWatchdog(seconds: number): Watchdog {
  const ticks = new Int32Array(new SharedArrayBuffer(4))
  const checkMs = (seconds * 1000) / CHECKS
  const worker = new Worker(new URL('./watchdog-worker.ts', import.meta.url), {
    workerData: { ticks, checks: CHECKS, checkMs },
  })
  worker.unref()
  const ticking = setInterval(() => Atomics.add(ticks, 0, 1), checkMs).unref()
  return {
    async stop() {
      clearInterval(ticking)
      await worker.terminate()
    },
  }
}
