import { type TranscriptMessage, written } from '../../transcript.ts'
import { type Entry, wordsOf } from '../chat/entry.ts'
import { speakerOf } from './entry-view.ts'
import { TEXTS } from './texts.ts'

/** What a transcript tells besides the messages. */
export type TranscriptHead = { readonly office: string; readonly conversationId: string; readonly madeAt: Date }

/** Title, and what stands above the messages. */
export function transcriptHead({ office, conversationId, madeAt }: TranscriptHead): readonly string[] {
  const { title, number, made, notADecision } = TEXTS.transcript
  return [title, ...(office ? [office] : []), number(conversationId), made(written(madeAt)), notADecision]
}

export function toTranscriptMessage(entry: Entry): TranscriptMessage {
  const { at, language, speaker, blocks } = entry
  return { speaker: speakerOf(entry), at, language, said: speaker === 'citizen' ? wordsOf(entry) : blocks }
}
