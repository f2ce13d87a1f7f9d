import type { DeskPerson } from '../../bot/desk-person.ts'
import type { SignedIn } from './accounts/guard.ts'

/** Whoever is signed in, as the desk knows them. */
export function deskPersonOf({ person: { accountId, ...person } }: Pick<SignedIn, 'person'>): DeskPerson {
  return { clerkId: accountId, ...person }
}
