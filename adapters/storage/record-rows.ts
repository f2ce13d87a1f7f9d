import type { ConversationRecord, LearntCopy, RatingCopy, TicketCopy } from '../../bot/records.ts'

// How conversations as wholes are read, the same from every store.

/** A conversation as a whole: `conversation` as `c`. Whether it must stay is told here alone. */
export const RECORD = `
  SELECT c.id AS conversation_id, c.number, c.source, c.opened_at, c.active_at, coalesce(d.kind, 'bot') AS kind, t.number AS ticket,
    (SELECT count(*) FROM message m WHERE m.conversation_id = c.id AND NOT m.is_for_clerks) AS messages,
    (SELECT h.reason FROM hold h WHERE h.conversation_id = c.id) AS hold
  FROM conversation c
  LEFT JOIN desk_conversation d ON d.conversation_id = c.id
  LEFT JOIN ticket t ON t.conversation_id = c.id AND t.closed_at IS NULL`

export const TICKETS = 'SELECT number, department, opened_at, closed_at, answer_by, contact FROM ticket'
export const RATINGS = `
  SELECT stars, rated_at, coalesce(comment, (SELECT body FROM message m
    WHERE m.conversation_id = clerk_rating.conversation_id AND m.seq = clerk_rating.comment_seq)) AS comment
  FROM clerk_rating`
export const LEARNT = 'SELECT seq, question, decision, rating FROM learning_record'

/** Rows that this program alone writes, so they are read without a check. Dates, or ISO 8601. */
type Row = Readonly<Record<string, unknown>>

export function readRecord(row: Row): ConversationRecord {
  return {
    conversationId: String(row.conversation_id),
    number: Number(row.number),
    source: String(row.source),
    openedAt: moment(row.opened_at),
    activeAt: moment(row.active_at),
    kind: row.kind as ConversationRecord['kind'],
    ticket: text(row.ticket),
    messages: Number(row.messages),
    hold: text(row.hold),
  }
}

export function readTicket(row: Row): TicketCopy {
  return {
    number: String(row.number),
    department: row.department as TicketCopy['department'],
    openedAt: moment(row.opened_at),
    closedAt: row.closed_at === null ? null : moment(row.closed_at),
    answerBy: row.answer_by as TicketCopy['answerBy'],
    contact: text(row.contact),
  }
}

export function readRating({ rated_at, stars, comment }: Row): RatingCopy {
  return { at: moment(rated_at), stars: Number(stars), comment: text(comment) }
}

export function readLearnt({ seq, question, decision, rating }: Row): LearntCopy {
  return {
    seq: Number(seq),
    question: String(question),
    decision: String(decision),
    isHelpful: rating === null ? null : Boolean(rating),
  }
}

function text(value: unknown): string | null {
  return value === null ? null : String(value)
}

function moment(value: unknown): Date {
  return value instanceof Date ? value : new Date(String(value))
}
