import { z } from 'zod'
import type { RecordKey } from '../../bot/records.ts'

const SHORT = /^(?:z-)?(\d{1,9})(?:-\d{1,3})?$/i

/** Reads the number of a conversation (`1042`), of a ticket (`Z-1042`, `Z-1042-2`), or the long one of a transcript. */
export function readRecordKey(text: string): RecordKey | undefined {
  const typed = text.trim()
  const [, number] = SHORT.exec(typed) ?? []
  if (number !== undefined) return { number: Number(number) }
  const id = z.uuid().safeParse(typed.toLowerCase())
  return id.success ? { conversationId: id.data } : undefined
}
