import type { Chat } from '../../bot/chats.ts'
import { RequestError } from '../request-error.ts'

/** The number after which messages are asked for; none asks for all. Throws `RequestError` 400 for one that never was given. */
export function readWatermark(text: string | null, { lastSeq }: Pick<Chat, 'lastSeq'>): number {
  if (text === null || ['', '-', 'null', 'undefined'].includes(text)) return 0
  const seq = /^\d{1,9}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY
  if (seq <= lastSeq) return seq
  throw new RequestError(400, 'BadWatermark', 'The watermark must be one that was received, or be left out.')
}
