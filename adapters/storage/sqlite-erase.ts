import type { DatabaseSync } from 'node:sqlite'
import { hashOfEvent } from './hash-of-event.ts'
import { inTransaction } from './sqlite-transaction.ts'

/** Longer than this nobody's turn waits for a reader of the file. */
const CHECKPOINT_WAIT_MS = 100

/**
 * Leaves nothing of a conversation but bare keys in a SQLite file, nor in its write-ahead log: what is deleted there is overwritten. One that is held
 * stays, also where the hold came last.
 */
export function eraseFromSqlite(database: DatabaseSync, conversationId: string): void {
  inTransaction(database, () => {
    const held = database.prepare('SELECT 1 FROM hold WHERE conversation_id = ?').get(conversationId)
    if (held) return
    keepBareKeys(database, conversationId)
    database.prepare('DELETE FROM learning_record WHERE conversation_id = ?').run(conversationId)
    database.prepare('DELETE FROM conversation WHERE id = ?').run(conversationId)
  })
  emptyLog(database)
}

/** A sender may repeat an event for days, which must not bring back what was erased. */
function keepBareKeys(database: DatabaseSync, conversationId: string): void {
  const add = database.prepare('INSERT INTO bare_event_key (hash, accepted_at) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const events = database
    .prepare('SELECT source, address, external_id, accepted_at FROM inbox WHERE conversation_id = ?')
    .all(conversationId)
  for (const { source, address, external_id, accepted_at } of events) {
    const key = { source: String(source), address: String(address), externalId: String(external_id) }
    add.run(hashOfEvent(key), String(accepted_at))
  }
}

/** Where another process reads the file at the moment, such as a backup, the next one does it. */
function emptyLog(database: DatabaseSync): void {
  const waitMs = Number(database.prepare('PRAGMA busy_timeout').get()?.timeout)
  database.exec(`PRAGMA busy_timeout = ${CHECKPOINT_WAIT_MS}; PRAGMA wal_checkpoint(TRUNCATE)`)
  database.exec(`PRAGMA busy_timeout = ${waitMs}`)
}
