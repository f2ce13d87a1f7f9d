import type { Message } from '../../bot/message.ts'
import type { Query } from './postgres-database.ts'
import { readMessage } from './rows.ts'

/** Columns of a reply. What was asked: it stands in the citizen's message alone, so that masking it anew changes one place. */
export const REPLY = `body, explanation, clerk_id, clerk_name, is_for_clerks,
  (SELECT body FROM message AS asked WHERE asked.event_id = message.event_id AND asked.speaker = 'citizen') AS question`

export type ReplyRow = {
  body: string
  explanation: string | null
  question: string | null
  clerk_id: string | null
  clerk_name: string | null
  is_for_clerks: boolean
}

type MessageRow = ReplyRow & {
  seq: number
  speaker: string
  external_id: string
  written_at: Date
  has_original: boolean
}

/** Gives the messages of a conversation after `seq`, in order; with what only clerks read where that is asked for. */
export type PostgresHistory = (conversationId: string, seq: number, withNotes: boolean) => Promise<readonly Message[]>

export function createPostgresHistory(query: Query): PostgresHistory {
  return async (conversationId, seq, withNotes) => {
    const rows = await query<MessageRow>(
      `SELECT seq, speaker, ${REPLY}, external_id, written_at, sealed IS NOT NULL
         AND EXISTS (SELECT 1 FROM conversation_key k WHERE k.conversation_id = message.conversation_id) AS has_original
       FROM message JOIN inbox ON inbox.id = message.event_id
       WHERE message.conversation_id = $1 AND seq > $2 AND (NOT is_for_clerks OR $3) ORDER BY seq`,
      [conversationId, seq, withNotes],
    )
    return rows.map(readMessage)
  }
}
