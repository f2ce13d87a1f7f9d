import { z } from 'zod'
import { DESK_DEPARTMENTS } from '../../bot/desk-state.ts'
import { MAX_CHARACTERS } from '../../dialogs/decide.ts'
import { FOREIGN_LANGUAGES } from '../../dialogs/foreign-language.ts'

const commandId = z.uuid()
const epoch = z.number().int().min(0)
const text = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(MAX_CHARACTERS, `must have at most ${MAX_CHARACTERS} characters`)
const language = z.enum(FOREIGN_LANGUAGES).optional()
const department = z.enum(DESK_DEPARTMENTS)

const passedOnTo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('clerk'), clerkId: z.string().min(1) }),
  z.strictObject({ kind: z.literal('department'), department }),
])

/** A clerk's deed, as the page sends it. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('take'), commandId, isForced: z.boolean() }),
  z.strictObject({ kind: z.literal('write'), commandId, epoch, text, language }),
  z.strictObject({ kind: z.literal('note'), commandId, text }),
  z.strictObject({ kind: z.literal('pass-on'), commandId, epoch, to: passedOnTo }),
  z.strictObject({ kind: z.literal('return-to-bot'), commandId, epoch }),
  z.strictObject({ kind: z.literal('end'), commandId, epoch, label: z.string().trim().min(1).max(80) }),
  z.strictObject({ kind: z.literal('make-ticket'), commandId, epoch, department }),
])
