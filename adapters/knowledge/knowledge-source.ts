import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { publishedIn } from '../../bot/office-numbers.ts'
import type { Log } from '../../bot/ports.ts'
import { needsConfirmation } from '../../knowledge/confirmation.ts'
import type { KnowledgeSnapshot } from '../../knowledge/snapshot.ts'
import { readPrepared } from './derived-knowledge.ts'
import { KnowledgeError } from './knowledge-error.ts'

/** The knowledge that the service answers from. */
export type KnowledgeSource = {
  readonly isReady: () => boolean
  /** Throws while not ready. */
  readonly current: () => KnowledgeSnapshot
  /** Reads what was prepared for the folder; prepares it first, beside the service, where that is stale. */
  readonly load: () => Promise<void>
}

export function createKnowledgeSource(folder: string, derived: string, log: Log): KnowledgeSource {
  let snapshot: KnowledgeSnapshot | undefined
  return {
    isReady: () => snapshot !== undefined,
    current() {
      if (!snapshot) throw new Error('the knowledge is not ready yet')
      return snapshot
    },
    async load() {
      const loaded = readPrepared(folder, derived) ?? (await prepareAndRead(folder, derived, log))
      const unconfirmed = [...loaded.entries.values()].filter(needsConfirmation).length
      log.info({ version: loaded.version, entries: loaded.entries.size, unconfirmed }, 'knowledge loaded')
      snapshot = { ...loaded, published: publishedIn(loaded) }
    },
  }
}

async function prepareAndRead(folder: string, derived: string, log: Log): Promise<KnowledgeSnapshot> {
  log.info({ folder }, 'preparing the knowledge: it changed since it was last prepared')
  const worker = new Worker(new URL('./prepare-worker.ts', import.meta.url), { workerData: { folder, derived } })
  let problem = `The knowledge in ${folder} changed while it was being prepared. Start again.`
  worker.once('message', (message: string) => {
    problem = message
  })
  await once(worker, 'exit')
  const prepared = readPrepared(folder, derived)
  if (!prepared) throw new KnowledgeError(problem)
  return prepared
}
