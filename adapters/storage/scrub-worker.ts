import { DatabaseSync } from 'node:sqlite'
import { workerData } from 'node:worker_threads'

type Task = { readonly path: string; readonly mostBytes: number }

const { path, mostBytes }: Task = workerData

const database = new DatabaseSync(path)
try {
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON')
  const bytes = (numberOf('page_count') - numberOf('freelist_count')) * numberOf('page_size')
  const isTooLarge = bytes > mostBytes
  if (!isTooLarge) database.exec('VACUUM')
  const log = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  if (log?.busy !== 0) throw new Error('the write-ahead log is in use and could not be emptied')
  if (isTooLarge) {
    throw new Error(`the file has ${Math.ceil(bytes / 1e6)} MB, more than can be written anew beside the service`)
  }
} finally {
  database.close()
}

function numberOf(pragma: string): number {
  return Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0])
}
