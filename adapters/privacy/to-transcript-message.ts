import type { Message } from '../../bot/message.ts'
import { LOCALES } from '../../dialogs/locales.ts'
import { type Block, list, type Reply } from '../../dialogs/reply.ts'
import type { TranscriptMessage } from '../website/transcript.ts'
import { visibleText } from '../website/visible-text.ts'
import { speakerOf } from './speaker-of.ts'

/** A kept message as a page tells it. `citizen`: what the citizen is called. */
export function toTranscriptMessage(message: Message, citizen: string): TranscriptMessage {
  const { content, writtenAt: at } = message
  const speaker = speakerOf(message, citizen)
  if (typeof content === 'string') return { speaker, at, said: visibleText(content), language: null }
  const { language } = content.reply
  return { speaker, at, said: saidIn(content.reply), language: language ? LOCALES[language] : null }
}

/** The choices were there to be read too. */
function saidIn({ blocks, choices }: Reply): readonly Block[] {
  const labels = choices.map(({ label }) => label)
  return [...blocks, ...list(null, labels)]
}
