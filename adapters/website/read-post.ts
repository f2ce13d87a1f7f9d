import { z } from 'zod'
import { MAX_CHARACTERS } from '../../dialogs/decide.ts'
import { RequestError } from '../request-error.ts'

/** What a page may say about its activity. Anything else, such as who it is from, is not read. */
export type Post = z.infer<typeof schema>

const MAX_ID_CHARACTERS = 200
const MAX_CONTACT_CHARACTERS = 200

const schema = z.object({
  type: z.string().min(1),
  text: z.string().nullish(),
  name: z.string().nullish(),
  /** That of a rating, or of what is said about persons; other values mean nothing here. */
  value: z
    .object({
      about: z.string(),
      helped: z.boolean(),
      act: z.string(),
      contact: z.string().max(MAX_CONTACT_CHARACTERS),
      stars: z.number(),
      comment: z.string().max(MAX_CHARACTERS),
    })
    .partial()
    .nullish()
    .catch(undefined),
  attachments: z.array(z.unknown()).nullish(),
  channelData: z
    .object({ clientActivityID: z.string().min(1).max(MAX_ID_CHARACTERS).nullish() })
    .nullish()
    .catch(undefined),
})

/** Checks a posted activity. Throws `RequestError` 400 that says what to mend. */
export function readPost(body: unknown): Post {
  const parsed = schema.safeParse(body)
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map(issue => issue.path.join('.') || 'the body'))]
    throw new RequestError(400, 'BadActivity', `Not an activity. Mend: ${fields.join(', ')}.`)
  }
  if ((parsed.data.text ?? '').length > MAX_CHARACTERS) {
    throw new RequestError(400, 'TextTooLong', `A message must have at most ${MAX_CHARACTERS} characters.`)
  }
  return parsed.data
}
