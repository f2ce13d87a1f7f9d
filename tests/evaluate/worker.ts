import { parentPort, workerData } from 'node:worker_threads'
import { comparePeers } from './compare-peers.ts'
import { crossValidate } from './cross-validation.ts'

// The two long parts of `npm run evaluate`, one on each core.
const { task, part } = workerData
parentPort?.postMessage(task === 'peers' ? await comparePeers(part) : await crossValidate())
