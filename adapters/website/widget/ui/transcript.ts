import {
  type TranscriptMessage,
  htmlTranscript as toHtml,
  textTranscript as toText,
  written,
} from '../../transcript.ts'
import { type Entry, wordsOf } from '../chat/entry.ts'
import { speakerOf } from './entry-view.ts'
import { TEXTS } from './texts.ts'

/** What a transcript tells besides the messages. */
export type TranscriptHead = { readonly office: string; readonly conversationId: string; readonly madeAt: Date }

/** The conversation as plain text. */
export function textTranscript(entries: readonly Entry[], head: TranscriptHead): string {
  return toText(headLines(head), entries.map(toMessage))
}

/** The conversation as a page without scripts. */
export function htmlTranscript(entries: readonly Entry[], head: TranscriptHead): string {
  return toHtml(headLines(head), entries.map(toMessage))
}

function headLines({ office, conversationId, madeAt }: TranscriptHead): readonly string[] {
  const { title, number, made, notADecision } = TEXTS.transcript
  return [title, ...(office ? [office] : []), number(conversationId), made(written(madeAt)), notADecision]
}

function toMessage(entry: Entry): TranscriptMessage {
  const { at, language, speaker, blocks } = entry
  return { speaker: speakerOf(entry), at, language, said: speaker === 'citizen' ? wordsOf(entry) : blocks }
}
