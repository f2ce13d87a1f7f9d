import { z } from 'zod'
import { DEPARTMENTS } from '../../../knowledge/topic.ts'
import { isRole, ROLES, type Role } from './role.ts'
import type { Row } from './steps.ts'

/** Departments that an account may have; the queue of the office as a whole is everybody's. */
export const DESK_DEPARTMENTS = DEPARTMENTS.filter(department => department !== 'every' && department !== 'general')

export type DeskDepartment = Exclude<(typeof DEPARTMENTS)[number], 'every' | 'general'>

export type Account = {
  readonly id: string
  /** What is typed to sign in; null for those who sign in through the organisation only. Lower case. */
  readonly login: string | null
  /** How colleagues and citizens see the name. */
  readonly name: string
  readonly roles: readonly Role[]
  readonly departments: readonly DeskDepartment[]
  readonly isDisabled: boolean
  /** Whether a password was set; not so before an invitation is accepted. */
  readonly hasPassword: boolean
  readonly createdAt: Date
}

const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/, 'must have 2 to 64 letters without diacritics, digits or . _ @ -')
const name = z.string().trim().min(2, 'must have at least 2 characters').max(80, 'must have at most 80 characters')
const roles = z.array(z.enum(ROLES)).transform(unique)
const departments = z.array(z.enum(DEPARTMENTS).exclude(['every', 'general'])).transform(unique)

/** What is told about a new account. */
export const newAccountSchema = z.strictObject({ login, name, roles, departments: departments.default([]) })

export type NewAccount = z.output<typeof newAccountSchema>

/** What may be changed later. */
export const accountChangeSchema = z
  .strictObject({ name, roles, departments, isDisabled: z.boolean() })
  .partial()
  .refine(change => Object.keys(change).length > 0, 'must change something')

export type AccountChange = z.output<typeof accountChangeSchema>

/** What somebody may do who is told apart by login and name alone. */
export const loginAndNameSchema = z.object({ login, name })

const rowSchema = z.object({
  id: z.string(),
  login: z.string().nullable(),
  name: z.string(),
  roles: z.string().transform(text => z.array(z.string()).parse(JSON.parse(text)).filter(isRole)),
  departments: z.string().transform(text => departments.parse(JSON.parse(text))),
  is_disabled: z.union([z.boolean(), z.number()]).transform(Boolean),
  password_hash: z.string().nullable(),
  created_at: z.union([z.date(), z.string()]).transform(at => new Date(at)),
})

/** Reads a row of the table `account`; roles of a newer program are left out. */
export function readAccount(row: Row): Account {
  const { is_disabled: isDisabled, password_hash: hash, created_at: createdAt, ...rest } = rowSchema.parse(row)
  return { ...rest, isDisabled, hasPassword: hash !== null, createdAt }
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)]
}
