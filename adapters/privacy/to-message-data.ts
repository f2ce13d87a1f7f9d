import type { Message } from '../../bot/message.ts'
import { plainText } from '../../dialogs/reply.ts'
import { speakerOf } from './speaker-of.ts'

/** A kept message for programs. Its names are Polish, as people open it too. `citizen`: what the citizen is called. */
export function toMessageData(message: Message, citizen: string): object {
  const { seq, writtenAt, content } = message
  return {
    lp: seq,
    kto: speakerOf(message, citizen),
    kiedy: writtenAt,
    tresc: typeof content === 'string' ? content : plainText(content.reply),
  }
}
