import { BREACH } from './breach-command.ts'
import { DATA_MAP_COMMAND } from './data-map-command.ts'
import { HOLD, HOLDS, RELEASE } from './hold-commands.ts'
import type { PrivacyCommand } from './privacy-command.ts'
import { RETENTION } from './retention-command.ts'

/** Everything that `npm run privacy` does, in the order of its help. */
export const PRIVACY_COMMANDS: readonly PrivacyCommand[] = [RETENTION, HOLD, RELEASE, HOLDS, BREACH, DATA_MAP_COMMAND]
