import type { PrivacyCommand } from './privacy-command.ts'

/** Everything that `npm run privacy` does, in the order of its help. */
export const PRIVACY_COMMANDS: readonly PrivacyCommand[] = []
