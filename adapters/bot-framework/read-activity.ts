import type { Activity } from 'botframework-schema'
import { z } from 'zod'
import { RequestError } from '../request-error.ts'

const account = z.looseObject({ id: z.string().min(1) })

/** The fields that are read here; others may be anything. */
const schema = z.looseObject({
  type: z.string().min(1),
  id: z.string().nullish(),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  from: account.nullish(),
  recipient: account.nullish(),
  conversation: z.looseObject({
    id: z.string().min(1),
    isGroup: z.boolean().nullish(),
    conversationType: z.string().nullish(),
  }),
  text: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().nullish() })).nullish(),
  membersAdded: z.array(account).nullish(),
  deliveryMode: z.string().nullish(),
})

/**
 * Checks that a request's body is an activity, as far as it is read here; the SDK's type demands more than channels send.
 * Throws `RequestError` 400 that names the fields at fault.
 */
export function assertActivity(body: unknown): asserts body is Activity {
  const parsed = schema.safeParse(body)
  if (parsed.success) return
  const fields = [...new Set(parsed.error.issues.map(issue => issue.path.join('.') || 'the body'))]
  throw new RequestError(400, 'BadActivity', `Not a Bot Framework activity. Mend: ${fields.join(', ')}.`)
}
