import type { Account, DeskDepartment } from './account.ts'
import type { Role } from './role.ts'

/** Who is signed in at the desk. */
export type Person = {
  readonly accountId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly departments: readonly DeskDepartment[]
}

export function personOf({ id: accountId, name, roles, departments }: Account): Person {
  return { accountId, name, roles, departments }
}
