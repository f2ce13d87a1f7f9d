import type { ConversationEvent, Happening } from '../../bot/event.ts'
import { masksIn } from '../../bot/mask-read.ts'
import type { Message } from '../../bot/message.ts'
import type { ExplainedReply, Explanation } from '../../bot/turn.ts'

// How our values stand in rows, the same in every store. Rows are written here alone, so they are read without a check.

/** What a reply becomes: its body, what explains it, and what is learnt from it. */
export type ReplyRow = {
  readonly body: string
  readonly explanation: string | null
  readonly learning: LearningRow | null
  readonly speaker: 'assistant' | 'clerk'
  readonly clerkId: string | null
  readonly clerkName: string | null
  readonly isForClerks: boolean
}

/** What is learnt from a question: masked, and without whatever else was said. */
export type LearningRow = {
  readonly question: string
  readonly decision: string
  readonly reason: string | null
  readonly candidates: string
  readonly knowledgeVersion: string
}

export function replyRow({ reply, explanation, by, isForClerks = false }: ExplainedReply): ReplyRow {
  return {
    speaker: by ? 'clerk' : 'assistant',
    clerkId: by?.id ?? null,
    clerkName: by?.name ?? null,
    isForClerks,
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
export type StoredReply = {
  readonly body: unknown
  readonly explanation: unknown
  readonly question: unknown
  readonly clerk_id: unknown
  readonly clerk_name: unknown
  readonly is_for_clerks: unknown
}

export function readReply({
  body,
  explanation,
  question,
  clerk_id,
  clerk_name,
  is_for_clerks,
}: StoredReply): ExplainedReply {
  return {
    reply: JSON.parse(String(body)),
    explanation: explanation === null ? null : { ...JSON.parse(String(explanation)), question: String(question) },
    ...(clerk_id === null ? {} : { by: { id: String(clerk_id), name: String(clerk_name) } }),
    ...(is_for_clerks ? { isForClerks: true } : {}),
  }
}

const SPEAKERS = ['citizen', 'assistant', 'clerk'] as const

type StoredMessage = StoredReply & {
  readonly seq: unknown
  readonly speaker: unknown
  readonly external_id: unknown
  /** A date, or ISO 8601. */
  readonly written_at: unknown
  readonly has_original: unknown
}

export function readMessage(row: StoredMessage): Message {
  const speaker = SPEAKERS.find(each => each === row.speaker) ?? 'assistant'
  return {
    seq: Number(row.seq),
    speaker,
    content: speaker === 'citizen' ? String(row.body) : readReply(row),
    externalId: String(row.external_id),
    writtenAt: row.written_at instanceof Date ? row.written_at : new Date(String(row.written_at)),
    ...(row.has_original && masksIn(String(row.body)).length > 0 ? { hasOriginal: true } : {}),
  }
}

/** The text that an event's message row holds, or null where it has none. */
export function bodyOf(happening: Happening): string | null {
  return happening.kind === 'citizen-wrote' ? happening.text : null
}

/** What an event says besides a message's text, as JSON, or null where that is nothing. Emptied once the turn was taken. */
export function detailOf(event: Happening | ConversationEvent): string | null {
  const kept = { kind: undefined, origin: undefined, ...(event.kind === 'citizen-wrote' ? { text: undefined } : {}) }
  const detail = JSON.stringify({ ...event, ...kept })
  return detail === '{}' ? null : detail
}

/** The event of an inbox row, with the text of its message row. */
export function readHappening(kind: string, body: unknown, detail: unknown): Happening {
  const known = kind as Happening['kind']
  switch (known) {
    case 'citizen-wrote':
      return { kind: known, text: String(body), ...JSON.parse(String(detail ?? '{}')) }
    case 'citizen-joined':
    case 'group-wrote':
    case 'citizen-asked-for-person':
    case 'citizen-ended':
    case 'citizen-undid-end':
      return { kind: known }
    case 'citizen-sent-file':
      return { kind: known, ...JSON.parse(String(detail ?? '{}')) }
    case 'citizen-rated':
    case 'citizen-chose':
    case 'citizen-gave-contact':
    case 'citizen-rated-clerk':
    case 'clerk-took':
    case 'clerk-wrote':
    case 'clerk-noted':
    case 'clerk-passed-on':
    case 'clerk-returned':
    case 'clerk-ended':
    case 'clerk-made-ticket':
    case 'clock-wait-over':
    case 'clock-clerk-silent':
    case 'clock-clerk-back':
    case 'clock-clerk-lost':
    case 'relay-gave-up':
      return { kind: known, ...JSON.parse(String(detail)) }
    default:
      known satisfies never
      throw new Error(`an event of the kind "${kind}" is unknown to this version`)
  }
}
