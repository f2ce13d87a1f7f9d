import type { Happening } from '../../bot/event.ts'
import type { Message } from '../../bot/ports.ts'
import type { ExplainedReply, Explanation } from '../../bot/turn.ts'

// How our values stand in rows, the same in every store. Rows are written here alone, so they are read without a check.

/** What a reply becomes: its body, what explains it, and what is learnt from it. */
export type ReplyRow = {
  readonly body: string
  readonly explanation: string | null
  readonly learning: LearningRow | null
}

/** What is learnt from a question: masked, and without whatever else was said. */
export type LearningRow = {
  readonly question: string
  readonly decision: string
  readonly reason: string | null
  readonly candidates: string
  readonly knowledgeVersion: string
}

export function replyRow({ reply, explanation }: ExplainedReply): ReplyRow {
  return {
    body: JSON.stringify(reply),
    explanation: explanation && JSON.stringify({ ...explanation, question: undefined }),
    learning: explanation && learningRow(explanation),
  }
}

function learningRow({ question, knowledgeVersion, decision: { outcome, found } }: Explanation): LearningRow {
  return {
    question,
    decision: outcome.kind,
    reason: outcome.kind === 'handoff' || outcome.kind === 'decline' ? outcome.reason : null,
    candidates: JSON.stringify(found.topics),
    knowledgeVersion,
  }
}

/** `question` is the text of the message that was answered. */
export type StoredReply = { readonly body: unknown; readonly explanation: unknown; readonly question: unknown }

export function readReply({ body, explanation, question }: StoredReply): ExplainedReply {
  return {
    reply: JSON.parse(String(body)),
    explanation: explanation === null ? null : { ...JSON.parse(String(explanation)), question: String(question) },
  }
}

type StoredMessage = StoredReply & {
  readonly seq: unknown
  readonly speaker: unknown
  readonly external_id: unknown
  /** A date, or ISO 8601. */
  readonly written_at: unknown
}

export function readMessage(row: StoredMessage): Message {
  const isCitizen = row.speaker === 'citizen'
  return {
    seq: Number(row.seq),
    speaker: isCitizen ? 'citizen' : 'assistant',
    content: isCitizen ? String(row.body) : readReply(row),
    externalId: String(row.external_id),
    writtenAt: row.written_at instanceof Date ? row.written_at : new Date(String(row.written_at)),
  }
}

/** The text that an event's message row holds, or null where it has none. */
export function bodyOf(happening: Happening): string | null {
  return happening.kind === 'citizen-wrote' ? happening.text : null
}

/** What an event says besides a text, as JSON, or null where that is nothing. */
export function detailOf(happening: Happening): string | null {
  if (happening.kind !== 'citizen-rated') return null
  return JSON.stringify({ seq: happening.seq, isHelpful: happening.isHelpful })
}

/** The event of an inbox row, with the text of its message row. */
export function readHappening(kind: string, body: unknown, detail: unknown): Happening {
  switch (kind) {
    case 'citizen-rated':
      return { kind, ...JSON.parse(String(detail)) }
    case 'citizen-wrote':
      return { kind, text: String(body) }
    case 'citizen-joined':
    case 'citizen-sent-file':
    case 'group-wrote':
      return { kind }
    default:
      throw new Error(`an event of the kind "${kind}" is unknown to this version`)
  }
}
