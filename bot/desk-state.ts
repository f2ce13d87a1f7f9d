import type { OpeningHours } from '../dialogs/opening-hours.ts'
import type { Department } from '../knowledge/topic.ts'

/** Departments that citizens wait for. Every clerk reads `general`. */
export type DeskDepartment = Exclude<Department, 'every'>

export const DESK_DEPARTMENTS = [
  'general',
  'transport',
  'building',
  'geodesy',
  'environment',
  'citizens',
] as const satisfies readonly DeskDepartment[]

/** Who of the office answers, as citizens and colleagues see them. */
export type Clerk = { readonly id: string; readonly name: string }

/** `away`: signed in, but takes no conversations. */
export type Presence = 'free' | 'busy' | 'away'

/** A clerk whose page was heard of lately. */
export type PresentClerk = Clerk & {
  readonly presence: Presence
  readonly departments: readonly DeskDepartment[]
  /** How many conversations they have. */
  readonly holds: number
}

/** What the desk looks like from one conversation, as far as a turn depends on it. */
export type DeskState = {
  /** Whether any clerk ever was at the desk. Where none was, a person is never promised. */
  readonly isStaffed: boolean
  readonly present: readonly PresentClerk[]
  /** A department without hours answers whenever a clerk is present. */
  readonly hours: Readonly<Partial<Record<DeskDepartment, OpeningHours>>>
  /** How many wait in each queue. */
  readonly waiting: Readonly<Partial<Record<DeskDepartment, number>>>
  /** How many wait before this conversation; 0 where it does not wait. */
  readonly ahead: number
  /** The conversation's number for people. */
  readonly number: number
}

/** How long a citizen waits before the queue becomes a ticket. */
export type DeskRules = { readonly queueMs: number }

/** A desk at which nobody ever was. */
export const NO_DESK: DeskState = { isStaffed: false, present: [], hours: {}, waiting: {}, ahead: 0, number: 0 }
