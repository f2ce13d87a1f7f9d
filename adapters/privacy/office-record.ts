import { z } from 'zod'
import { DESK_DEPARTMENTS, type DeskDepartment } from '../../bot/desk-state.ts'
import type { Message } from '../../bot/message.ts'
import { channelName } from '../../dialogs/channel-name.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { query, type Steps } from '../desk/accounts/steps.ts'
import { readMessage } from '../storage/rows.ts'
import { htmlTranscript, written } from '../website/transcript.ts'
import { RECORD_TEXTS } from './texts.ts'
import { toMessageData } from './to-message-data.ts'
import { toTranscriptMessage } from './to-transcript-message.ts'

/** What the records system of the office keeps of a conversation: all that was said, notes of clerks too, and no contact details. */
export type OfficeRecord = {
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
export function* readOfficeRecord(conversationId: string): Steps<OfficeRecord | undefined> {
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
export function officeRecordPage(record: OfficeRecord): string {
  const { title, channel, opened, active, department, label, masked, citizen } = RECORD_TEXTS
  const head = [
    title(record.number),
    channel(channelName(record.source)),
    opened(written(record.openedAt)),
    active(written(record.activeAt)),
    ...(record.department === null ? [] : [department(PHRASES.pl.desk.departments[record.department])]),
    ...(record.label === null ? [] : [label(record.label)]),
    masked,
  ]
  return htmlTranscript(
    head,
    record.messages.map(message => toTranscriptMessage(message, citizen)),
  )
}

/** For programs: JSON, with Polish names, as whoever keeps records opens it too. */
export function officeRecordData({
  number,
  source,
  openedAt,
  activeAt,
  department,
  label,
  messages,
}: OfficeRecord): string {
  const data = {
    numer: number,
    kanal: channelName(source),
    poczatek: openedAt,
    ostatniaWiadomosc: activeAt,
    wydzial: department && PHRASES.pl.desk.departments[department],
    temat: label,
    wiadomosci: messages.map(message => toMessageData(message, RECORD_TEXTS.citizen)),
  }
  return `${JSON.stringify(data, undefined, 2)}\n`
}
