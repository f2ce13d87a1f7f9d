import { type Clerk, DESK_DEPARTMENTS, type DeskDepartment } from './desk-state.ts'

export type Role = 'clerk' | 'editor' | 'supervisor' | 'administrator' | 'auditor'

/** Whoever has signed in at the desk. */
export type DeskPerson = {
  readonly clerkId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly departments: readonly DeskDepartment[]
}

/** Departments whose conversations a person may read: a clerk's own and `general`; a supervisor's are all. Others read none. */
export function readableBy({
  roles,
  departments,
}: Pick<DeskPerson, 'roles' | 'departments'>): readonly DeskDepartment[] {
  if (roles.includes('supervisor')) return DESK_DEPARTMENTS
  if (!roles.includes('clerk')) return []
  return DESK_DEPARTMENTS.filter(department => department === 'general' || departments.includes(department))
}

/** The person as citizens and colleagues see them. */
export function clerkOf({ clerkId, name }: DeskPerson): Clerk {
  return { id: clerkId, name }
}
