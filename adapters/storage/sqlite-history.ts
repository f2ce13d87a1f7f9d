import type { DatabaseSync } from 'node:sqlite'
import type { Message } from '../../bot/message.ts'
import { readMessage } from './rows.ts'
import { QUESTION } from './sqlite-statements.ts'

/** Gives the messages of a conversation after `seq`, in order; with what only clerks read where that is asked for. */
export type SqliteHistory = (conversationId: string, seq: number, withNotes: boolean) => readonly Message[]

export function createSqliteHistory(database: DatabaseSync): SqliteHistory {
  const select = database.prepare(
    `SELECT seq, speaker, body, explanation, clerk_id, clerk_name, is_for_clerks, external_id, written_at, ${QUESTION},
       sealed IS NOT NULL AND EXISTS (SELECT 1 FROM conversation_key k WHERE k.conversation_id = message.conversation_id)
         AS has_original
     FROM message JOIN inbox ON inbox.id = message.event_id
     WHERE message.conversation_id = ? AND seq > ? AND is_for_clerks <= ? ORDER BY seq`,
  )
  return (conversationId, seq, withNotes) =>
    select.all(conversationId, seq, Number(withNotes)).map(row =>
      readMessage({
        seq: row.seq,
        speaker: row.speaker,
        body: row.body,
        explanation: row.explanation,
        question: row.question,
        clerk_id: row.clerk_id,
        clerk_name: row.clerk_name,
        is_for_clerks: row.is_for_clerks,
        external_id: row.external_id,
        written_at: row.written_at,
        has_original: row.has_original,
      }),
    )
}
