import { type Me, WORKING_ROLES } from '../../wire.ts'

/** Whether the person answers citizens. */
export function mayWork(me: Me | null): boolean {
  return WORKING_ROLES.some(role => me?.person.roles.includes(role))
}
