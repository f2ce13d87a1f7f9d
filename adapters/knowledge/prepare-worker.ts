import { parentPort, workerData } from 'node:worker_threads'
import { KnowledgeError } from './knowledge-error.ts'
import { prepareKnowledge } from './prepare-knowledge.ts'

// Trains beside the service, which meanwhile answers that it is not ready. Errors lose their class on the way, so what is
// for whoever runs the service goes as a message.
try {
  prepareKnowledge(workerData.folder, workerData.derived)
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error
  parentPort?.postMessage(error.message)
}
