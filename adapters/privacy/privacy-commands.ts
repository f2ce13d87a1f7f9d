import { eraseCommand, replayCommand } from './erase-command.ts'
import { exportCommand } from './export-command.ts'
import type { PrivacyCommand } from './privacy-command.ts'

/** Everything that `npm run privacy` does, in the order of its help. */
export const PRIVACY_COMMANDS: readonly PrivacyCommand[] = [exportCommand, eraseCommand, replayCommand]
