import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

type Task = { readonly ticks: Int32Array; readonly checks: number; readonly checkMs: number }

const { ticks, checks, checkMs }: Task = workerData

let last = -1
let missed = 0

// Checks are counted, not seconds: a machine that holds up the whole process for a while holds up the checks, too.
setInterval(() => {
  const ticked = Atomics.load(ticks, 0)
  missed = ticked === last ? missed + 1 : 0
  last = ticked
  if (missed < checks) return
  try {
    writeSync(2, `{"level":60,"time":${Date.now()},"msg":"the main thread is blocked; ending the process"}\n`)
  } finally {
    process.kill(process.pid, 'SIGKILL')
  }
}, checkMs)
