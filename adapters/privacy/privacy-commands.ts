import { breachCommand } from './breach-command.ts'
import { dataMapCommand } from './data-map-command.ts'
import { eraseCommand, replayCommand } from './erase-command.ts'
import { exportCommand } from './export-command.ts'
import { holdCommand, holdsCommand, releaseCommand } from './hold-commands.ts'
import type { PrivacyCommand } from './privacy-command.ts'
import { retentionCommand } from './retention-command.ts'

/** Everything that `npm run privacy` does, in the order of its help. */
export const PRIVACY_COMMANDS: readonly PrivacyCommand[] = [
  exportCommand,
  eraseCommand,
  replayCommand,
  retentionCommand,
  holdCommand,
  releaseCommand,
  holdsCommand,
  breachCommand,
  dataMapCommand,
]
