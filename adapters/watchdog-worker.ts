import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

type Task = { readonly ticks: Int32Array; readonly seconds: number; readonly checkMs: number }

const { ticks, seconds, checkMs }: Task = workerData

let last = -1
let since = performance.now()

setInterval(() => {
  const ticked = Atomics.load(ticks, 0)
  const now = performance.now()
  if (ticked !== last) since = now
  last = ticked
  if (now - since < seconds * 1000) return
  try {
    writeSync(2, `{"level":60,"time":${Date.now()},"msg":"the main thread is blocked; ending the process"}\n`)
  } finally {
    process.kill(process.pid, 'SIGKILL')
  }
}, checkMs)
