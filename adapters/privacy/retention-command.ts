import type { RetentionSettings } from '../config.ts'
import type { AccountDatabase } from '../desk/accounts/steps.ts'
import { written } from '../website/transcript.ts'
import { previewRetention } from './preview-retention.ts'
import type { PrivacyCall, PrivacyCommand } from './privacy-command.ts'
import { createRecordKeeper } from './record-keeper.ts'
import { RETENTION_CLASSES } from './retention-classes.ts'
import { type Deleted, type RetentionMode, runRetention } from './run-retention.ts'
import { RETENTION_TEXTS } from './texts.ts'
import { withDatabase } from './with-database.ts'

export const retentionCommand: PrivacyCommand = {
  name: 'retention',
  operands: [],
  options: { 'dry-run': { type: 'boolean' }, run: { type: 'boolean' }, 'clock-is-right': { type: 'boolean' } },
  usage: '--dry-run | --run [--clock-is-right]',
  help: RETENTION_TEXTS.help,
  async run(call) {
    const { config, options, warn } = call
    const isRun = options.run === true
    if (isRun === (options['dry-run'] === true)) {
      warn(RETENTION_TEXTS.runOrNot)
      return 2
    }
    const mode = options['clock-is-right'] === true ? 'clock-is-right' : 'now'
    return withDatabase(config, database =>
      isRun ? run(database, config.retention, mode, call) : preview(database, config.retention, call),
    )
  },
}

type Told = Pick<PrivacyCall, 'now' | 'print' | 'warn'>

async function preview(database: AccountDatabase, settings: RetentionSettings, { now, print }: Told): Promise<number> {
  const counts = await database.run(() => previewRetention(settings, now))
  print(RETENTION_TEXTS.preview)
  for (const { kind, count, oldest } of counts) {
    print(RETENTION_TEXTS.over(RETENTION_TEXTS.kinds[kind], count, oldest && written(oldest)))
  }
  return 0
}

async function run(
  database: AccountDatabase,
  settings: RetentionSettings,
  mode: RetentionMode,
  told: Told,
): Promise<number> {
  const { recordsDir } = settings
  const keepRecord = recordsDir === undefined ? undefined : createRecordKeeper(database, recordsDir)
  const outcome = await runRetention({ database, settings, keepRecord, by: 'command' }, mode, told.now)
  switch (outcome.kind) {
    case 'not-due':
      told.warn(RETENTION_TEXTS.alreadyRuns)
      return 1
    case 'clock-moved':
      told.warn(RETENTION_TEXTS.clockMoved(written(outcome.clockAt), written(told.now)))
      return 1
    case 'done':
      return tell(outcome, told)
  }
}

/** Gives the exit status: 1 where something is left. */
function tell({ counts, unkept, unscrubbed }: Deleted, { print, warn }: Told): number {
  print(RETENTION_TEXTS.deleted)
  for (const kind of RETENTION_CLASSES) print(RETENTION_TEXTS.over(RETENTION_TEXTS.kinds[kind], counts[kind], null))
  for (const { number, problem } of unkept) warn(RETENTION_TEXTS.unkept(number, problem))
  if (unscrubbed !== null) warn(RETENTION_TEXTS.unscrubbed(unscrubbed))
  return unkept.length > 0 || unscrubbed !== null ? 1 : 0
}
