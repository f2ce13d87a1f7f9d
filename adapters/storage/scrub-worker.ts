import { DatabaseSync } from 'node:sqlite'
import { workerData } from 'node:worker_threads'

const database = new DatabaseSync(workerData.path)
try {
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON')
  database.exec('VACUUM')
  const log = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  if (log?.busy !== 0) throw new Error('the write-ahead log is in use and could not be emptied')
} finally {
  database.close()
}
