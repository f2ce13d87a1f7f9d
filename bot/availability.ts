import { closingAt, nextOpening } from '../dialogs/opening-hours.ts'
import type { DeskDepartment, DeskState, PresentClerk } from './desk-state.ts'

/** Whether a person answers now, and otherwise when. */
export type Availability =
  | { readonly kind: 'free'; readonly department: DeskDepartment; readonly closes: Date | null }
  /** `place` in the queue, from 1, and roughly how long that takes. */
  | {
      readonly kind: 'busy'
      readonly department: DeskDepartment
      readonly closes: Date | null
      readonly place: number
      readonly minutes: number
    }
  /** Open, or without hours, but nobody is there. */
  | { readonly kind: 'absent' }
  /** `opens`: null where nobody knows. */
  | { readonly kind: 'closed'; readonly opens: Date | null }

/** A rough guess until conversations with clerks were measured; citizens are told that it is one. */
const MINUTES_EACH = 5

/** Checks hours and presence of the department, then of `general`, whose queue every clerk reads. */
export function availabilityOf(desk: DeskState, department: DeskDepartment, now: Date): Availability {
  return (
    availableIn(desk, department, now) ??
    availableIn(desk, 'general', now) ??
    (isOpenNow(desk, department, now)
      ? { kind: 'absent' }
      : { kind: 'closed', opens: openingOf(desk, department, now) })
  )
}

/** The same for a conversation that waits in the department's queue already. */
export function placeIn(desk: DeskState, department: DeskDepartment): { place: number; minutes: number } {
  return placeAt(desk, department, desk.ahead + 1)
}

/** Clerks who answer for a department now. */
export function clerksOf({ present }: DeskState, department: DeskDepartment): readonly PresentClerk[] {
  return present.filter(
    ({ presence, departments }) =>
      presence !== 'away' && (department === 'general' || departments.includes(department)),
  )
}

function availableIn(desk: DeskState, department: DeskDepartment, now: Date): Availability | undefined {
  const clerks = clerksOf(desk, department)
  if (clerks.length === 0 || !isOpenNow(desk, department, now)) return undefined
  const hours = desk.hours[department]
  const closes = hours ? closingAt(hours, now) : null
  const waiting = desk.waiting[department] ?? 0
  const isFree = waiting === 0 && clerks.some(({ presence, holds }) => presence === 'free' && holds === 0)
  return isFree
    ? { kind: 'free', department, closes }
    : { kind: 'busy', department, closes, ...placeAt(desk, department, waiting + 1) }
}

function placeAt(desk: DeskState, department: DeskDepartment, place: number): { place: number; minutes: number } {
  const minutes = (place * MINUTES_EACH) / Math.max(1, clerksOf(desk, department).length)
  return { place, minutes: Math.ceil(minutes / MINUTES_EACH) * MINUTES_EACH }
}

function isOpenNow({ hours }: DeskState, department: DeskDepartment, now: Date): boolean {
  const own = hours[department]
  return own === undefined || closingAt(own, now) !== null
}

function openingOf({ hours }: DeskState, department: DeskDepartment, now: Date): Date | null {
  const own = hours[department]
  return own ? nextOpening(own, now) : null
}
