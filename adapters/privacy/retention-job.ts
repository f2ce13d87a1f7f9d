import type { Clock, Log } from '../../bot/ports.ts'
import type { RetentionSettings } from '../config.ts'
import type { AccountDatabase } from '../desk/accounts/steps.ts'
import type { Job } from '../scheduler.ts'
import { createRecordKeeper } from './record-keeper.ts'
import { type Deleted, type RetentionParts, runRetention } from './run-retention.ts'

/** Deletes what is over, once a day. Looks more often, so that a clock that moved is noticed. */
export function createRetentionJob({
  database,
  settings,
  clock,
  log,
}: {
  readonly database: AccountDatabase
  readonly settings: RetentionSettings
  readonly clock: Clock
  readonly log: Log
}): Job {
  const { recordsDir } = settings
  const keepRecord = recordsDir === undefined ? undefined : createRecordKeeper(database, recordsDir)
  const parts: RetentionParts = { database, settings, keepRecord, by: 'service' }
  let isToldOfClock = false

  return {
    name: 'retention',
    everyMs: settings.lookMs,
    async run() {
      const now = clock()
      const outcome = await runRetention(parts, 'when-due', now)
      if (outcome.kind === 'clock-moved' && !isToldOfClock) {
        log.error(
          { believedAt: outcome.clockAt.toISOString(), now: now.toISOString() },
          'the clock has moved by more than a day, so nothing is deleted. If it is right now, such as after a pause of the ' +
            'service, run: npm run privacy -- retention --run --clock-is-right',
        )
      }
      isToldOfClock = outcome.kind === 'clock-moved'
      if (outcome.kind === 'done') tell(outcome, log)
    },
  }
}

function tell({ counts, unkept, unscrubbed }: Deleted, log: Log): void {
  log.info({ deleted: counts }, 'retention has run')
  if (unkept.length > 0) {
    log.error(
      { conversations: unkept.map(({ number }) => number), problem: unkept[0]?.problem },
      'conversations stay, as they could not be written to RECORDS_DIR; they are tried again at the next run',
    )
  }
  if (unscrubbed !== null) {
    log.warn(
      { problem: unscrubbed },
      'traces of deleted rows may stay in the files. Stop the service for a moment and run: npm run privacy -- retention --run',
    )
  }
}
