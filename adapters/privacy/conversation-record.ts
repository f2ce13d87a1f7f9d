import { z } from 'zod'
import { DESK_DEPARTMENTS, type DeskDepartment } from '../../bot/desk-state.ts'
import type { Message } from '../../bot/message.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { plainText } from '../../dialogs/reply.ts'
import { query, type Steps } from '../desk/accounts/steps.ts'
import { readMessage } from '../storage/rows.ts'
import { htmlTranscript, type TranscriptMessage, written } from '../website/transcript.ts'
import { visibleText } from '../website/visible-text.ts'
import { RECORD_TEXTS } from './texts.ts'

/** What the records system of the office keeps of a conversation: all that was said, notes of clerks too, and no contact details. */
export type ConversationRecord = {
  readonly number: number
  readonly source: string
  readonly openedAt: Date
  readonly activeAt: Date
  readonly department: DeskDepartment | null
  readonly label: string | null
  readonly messages: readonly Message[]
}

const headSchema = z.object({
  number: z.coerce.number(),
  source: z.string(),
  opened_at: z.coerce.date(),
  active_at: z.coerce.date(),
  department: z.enum(DESK_DEPARTMENTS).nullable(),
  label: z.string().nullable(),
})

/** Nothing where there is no such conversation. */
export function* readRecord(conversationId: string): Steps<ConversationRecord | undefined> {
  const [head] = yield* query(
    `SELECT number, source, opened_at, active_at, department, label
     FROM conversation LEFT JOIN desk_conversation d ON d.conversation_id = conversation.id WHERE conversation.id = $1`,
    conversationId,
  )
  if (!head) return undefined
  const rows = yield* query(
    `SELECT seq, speaker, body, NULL AS explanation, NULL AS question, clerk_id, clerk_name, is_for_clerks,
       '' AS external_id, written_at
     FROM message WHERE conversation_id = $1 ORDER BY seq`,
    conversationId,
  )
  const { opened_at: openedAt, active_at: activeAt, ...rest } = headSchema.parse(head)
  return {
    ...rest,
    openedAt,
    activeAt,
    messages: rows.map(row => readMessage(row as Parameters<typeof readMessage>[0])),
  }
}

/** For people: a page that needs nothing else. */
export function recordPage(record: ConversationRecord): string {
  const { title, channel, opened, active, department, label, masked } = RECORD_TEXTS
  const head = [
    title(record.number),
    channel(record.source),
    opened(written(record.openedAt)),
    active(written(record.activeAt)),
    ...(record.department === null ? [] : [department(PHRASES.pl.desk.departments[record.department])]),
    ...(record.label === null ? [] : [label(record.label)]),
    masked,
  ]
  return htmlTranscript(head, record.messages.map(toTranscriptMessage))
}

/** For programs: JSON, with Polish names, as whoever keeps records opens it too. */
export function recordData({
  number,
  source,
  openedAt,
  activeAt,
  department,
  label,
  messages,
}: ConversationRecord): string {
  const data = {
    numer: number,
    kanal: source,
    poczatek: openedAt,
    ostatniaWiadomosc: activeAt,
    wydzial: department && PHRASES.pl.desk.departments[department],
    temat: label,
    wiadomosci: messages.map(message => ({
      lp: message.seq,
      kto: speakerOf(message),
      kiedy: message.writtenAt,
      tresc: typeof message.content === 'string' ? message.content : plainText(message.content.reply),
    })),
  }
  return `${JSON.stringify(data, undefined, 2)}\n`
}

function toTranscriptMessage(message: Message): TranscriptMessage {
  const { content, writtenAt: at } = message
  const said = typeof content === 'string' ? visibleText(content) : content.reply.blocks
  return { speaker: speakerOf(message), at, said, language: null }
}

function speakerOf({ content }: Message): string {
  if (typeof content === 'string') return RECORD_TEXTS.citizen
  if (!content.by) return PHRASES.pl.assistant
  const clerk = PHRASES.pl.desk.clerkName(content.by.name)
  return content.isForClerks ? RECORD_TEXTS.note(clerk) : clerk
}
