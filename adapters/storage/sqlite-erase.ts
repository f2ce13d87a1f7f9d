import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './sqlite-transaction.ts'

/** Longer than this nobody's turn waits for a reader of the file. */
const CHECKPOINT_WAIT_MS = 100

/**
 * Leaves nothing of a conversation in a SQLite file, nor in its write-ahead log: what is deleted there is overwritten. One that is held
 * stays, also where the hold came last.
 */
export function eraseFromSqlite(database: DatabaseSync, conversationId: string): void {
  inTransaction(database, () => {
    const held = database.prepare('SELECT 1 FROM hold WHERE conversation_id = ?').get(conversationId)
    if (held) return
    database.prepare('DELETE FROM learning_record WHERE conversation_id = ?').run(conversationId)
    database.prepare('DELETE FROM conversation WHERE id = ?').run(conversationId)
  })
  emptyLog(database)
}

/** Where another process reads the file at the moment, such as a backup, the next one does it. */
function emptyLog(database: DatabaseSync): void {
  const waitMs = Number(database.prepare('PRAGMA busy_timeout').get()?.timeout)
  database.exec(`PRAGMA busy_timeout = ${CHECKPOINT_WAIT_MS}; PRAGMA wal_checkpoint(TRUNCATE)`)
  database.exec(`PRAGMA busy_timeout = ${waitMs}`)
}
