import { type Me, RIGHTS_ROLES, WORKING_ROLES } from '../../wire.ts'

/** Whether the person answers citizens. */
export function mayWork(me: Me | null): boolean {
  return WORKING_ROLES.some(role => me?.person.roles.includes(role))
}

/** Whether the person sets hours of departments, and answers for citizens' data. */
export function maySet(me: Me | null): boolean {
  return RIGHTS_ROLES.some(role => me?.person.roles.includes(role))
}
