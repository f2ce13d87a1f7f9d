import { CLERKS } from './clerks.ts'
import { CLOCK_JUMPED } from './clock-jumped.ts'
import { CROWDED } from './crowded.ts'
import { DATABASE_GONE } from './database-gone.ts'
import { DISK_FULL } from './disk-full.ts'
import type { Fault } from './fault.ts'
import { KILLED } from './killed.ts'
import { MESSENGER_AWAY } from './messenger-away.ts'
import { POISONED } from './poisoned.ts'
import { REPEATED } from './repeated.ts'
import { RESTARTED } from './restarted.ts'
import { STARTED } from './started.ts'

/** Every fault that is tried, in the order of reliability.md §3. */
export const FAULTS: readonly Fault[] = [
  ...KILLED,
  ...CLERKS,
  ...REPEATED,
  ...DATABASE_GONE,
  ...RESTARTED,
  ...DISK_FULL,
  ...CLOCK_JUMPED,
  ...CROWDED,
  ...MESSENGER_AWAY,
  ...POISONED,
  ...STARTED,
].toSorted((one, other) => one.id.localeCompare(other.id))
