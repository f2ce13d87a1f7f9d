import { parentPort, workerData } from 'node:worker_threads'
import { comparePeers } from './compare-peers.ts'
import { crossValidate } from './cross-validation.ts'

// The two long tasks of `npm run evaluate`.
const { task, part } = workerData
parentPort?.postMessage(task === 'peers' ? await comparePeers(part) : await crossValidate())
