import { z } from 'zod'
import { masksIn } from '../../bot/mask-read.ts'
import { query, type Steps } from '../desk/accounts/steps.ts'

/** A conversation in which somebody wrote in a window of time, without a word of it. */
export type AffectedConversation = {
  readonly number: number
  readonly source: string
  /** What was masked in it during that time, such as `[PESEL]`. */
  readonly masks: readonly string[]
  /** `kept`: some can be read now; `perhaps`: a person was involved, and what was kept then is destroyed. */
  readonly originals: 'kept' | 'perhaps' | 'none'
  readonly hasContact: boolean
  /** How often people of the office have opened it, or more than that, at any time. */
  readonly reads: number
}

const rowSchema = z.object({
  id: z.string(),
  number: z.coerce.number(),
  source: z.string(),
  has_original: z.coerce.number(),
  had_person: z.coerce.number(),
  has_contact: z.coerce.number(),
  reads: z.coerce.number(),
})
const maskedSchema = z.object({ conversation_id: z.string(), body: z.string() })

const yes = (condition: string) => `CASE WHEN ${condition} THEN 1 ELSE 0 END`

/** Conversations with a message from `from` on and before `to`, by number. */
export function* findAffected(from: Date, to: Date): Steps<readonly AffectedConversation[]> {
  const rows = yield* query(
    `SELECT c.id, c.number, c.source,
       ${yes(`EXISTS (SELECT 1 FROM message m JOIN conversation_key k ON k.conversation_id = m.conversation_id
         WHERE m.conversation_id = c.id AND m.sealed IS NOT NULL)`)} AS has_original,
       ${yes('c.person_at IS NOT NULL OR EXISTS (SELECT 1 FROM ticket t WHERE t.conversation_id = c.id)')} AS had_person,
       ${yes('EXISTS (SELECT 1 FROM ticket t WHERE t.conversation_id = c.id AND t.contact IS NOT NULL)')} AS has_contact,
       (SELECT count(*) FROM desk_read r WHERE r.conversation_id = c.id) AS reads
     FROM conversation c
     WHERE EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = c.id AND m.written_at >= $1 AND m.written_at < $2)
     ORDER BY c.number`,
    from,
    to,
  )
  const masked = yield* query(
    `SELECT conversation_id, body FROM message
     WHERE speaker = 'citizen' AND body LIKE '%[%]%' AND written_at >= $1 AND written_at < $2`,
    from,
    to,
  )
  const masks = Map.groupBy(
    masked.map(row => maskedSchema.parse(row)),
    row => row.conversation_id,
  )
  return rows.map(row => {
    const { id, number, source, has_original, had_person, has_contact, reads } = rowSchema.parse(row)
    return {
      number,
      source,
      masks: [...new Set(masks.get(id)?.flatMap(({ body }) => masksIn(body)))].sort(),
      originals: has_original ? 'kept' : had_person ? 'perhaps' : 'none',
      hasContact: has_contact === 1,
      reads,
    }
  })
}
