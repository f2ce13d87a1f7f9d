import { written } from '../website/transcript.ts'
import { previewRetention } from './preview-retention.ts'
import type { PrivacyCommand } from './privacy-command.ts'
import { createRecordKeeper } from './record-keeper.ts'
import { RETENTION_CLASSES } from './retention-classes.ts'
import { runRetention } from './run-retention.ts'
import { RETENTION_TEXTS } from './texts.ts'
import { withDatabase } from './with-database.ts'

export const retentionCommand: PrivacyCommand = {
  name: 'retention',
  operands: [],
  options: { 'dry-run': { type: 'boolean' }, run: { type: 'boolean' }, 'clock-is-right': { type: 'boolean' } },
  usage: '--dry-run | --run [--clock-is-right]',
  help: RETENTION_TEXTS.help,
  async run({ config: { retention: settings, ...config }, options, now, print, warn }) {
    const isRun = options.run === true
    if (isRun === (options['dry-run'] === true)) {
      warn(RETENTION_TEXTS.runOrNot)
      return 2
    }
    return withDatabase({ ...config, retention: settings }, async database => {
      if (!isRun) {
        const counts = await database.run(() => previewRetention(settings, now))
        print(RETENTION_TEXTS.preview)
        for (const { kind, count, oldest } of counts) {
          print(RETENTION_TEXTS.over(RETENTION_TEXTS.kinds[kind], count, oldest && written(oldest)))
        }
        return 0
      }

      const keepRecord =
        settings.recordsDir === undefined ? undefined : createRecordKeeper(database, settings.recordsDir)
      const mode = options['clock-is-right'] === true ? 'clock-is-right' : 'now'
      const outcome = await runRetention({ database, settings, keepRecord, by: 'command' }, mode, now)
      switch (outcome.kind) {
        case 'not-due':
          warn(RETENTION_TEXTS.alreadyRuns)
          return 1
        case 'clock-moved':
          warn(RETENTION_TEXTS.clockMoved(written(outcome.clockAt), written(now)))
          return 1
        case 'done': {
          print(RETENTION_TEXTS.deleted)
          for (const kind of RETENTION_CLASSES) {
            print(RETENTION_TEXTS.over(RETENTION_TEXTS.kinds[kind], outcome.counts[kind], null))
          }
          for (const { number, problem } of outcome.unkept) warn(RETENTION_TEXTS.unkept(number, problem))
          if (outcome.unscrubbed !== null) warn(RETENTION_TEXTS.unscrubbed(outcome.unscrubbed))
          return outcome.unkept.length > 0 || outcome.unscrubbed !== null ? 1 : 0
        }
      }
    })
  },
}
