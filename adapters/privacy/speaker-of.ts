import type { Message } from '../../bot/message.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { RECORD_TEXTS } from './texts.ts'

/** Who spoke, as the reader knows them. `citizen`: what the citizen is called. */
export function speakerOf({ content }: Pick<Message, 'content'>, citizen: string): string {
  const { assistant, desk } = PHRASES.pl
  if (typeof content === 'string') return citizen
  if (!content.by) return assistant
  const clerk = desk.clerkName(content.by.name)
  return content.isForClerks ? RECORD_TEXTS.note(clerk) : clerk
}
