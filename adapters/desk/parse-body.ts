import type { z } from 'zod'
import { RequestError } from '../request-error.ts'

/** Reads what the page sent. Throws `RequestError` 400 that lists everything to mend. */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the body'}: ${message}`)
  throw new RequestError(400, 'BadBody', `Mend this: ${problems.join('; ')}.`)
}
