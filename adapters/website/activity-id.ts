import type { Chat } from '../../bot/chats.ts'

/** Digits of a number, so that ids sort as their numbers do. */
const DIGITS = 7

/** The name of a message in the protocol. */
export function activityId({ conversationId }: Pick<Chat, 'conversationId'>, seq: number): string {
  return `${conversationId}|${String(seq).padStart(DIGITS, '0')}`
}

/** The number that `activityId` named, or nothing where it is no name of a message of this chat. */
export function seqOf(
  { conversationId, lastSeq }: Pick<Chat, 'conversationId' | 'lastSeq'>,
  id: unknown,
): number | undefined {
  const [, number] = typeof id === 'string' ? (/\|(\d{7,9})$/.exec(id) ?? []) : []
  const seq = Number(number)
  return id === activityId({ conversationId }, seq) && seq <= lastSeq ? seq : undefined
}
