import { createErasing } from '../../bot/erasing.ts'
import { eraseAudited } from './erase-audited.ts'
import { ERASING_REASONS } from './erasing-reason.ts'
import { createErasureRegister } from './erasure-register.ts'
import type { PrivacyCall, PrivacyCommand } from './privacy-command.ts'
import { PrivacyError } from './privacy-error.ts'
import { recordKeyOf } from './record-key-of.ts'
import { COMMAND_TEXTS, ERASE_TEXTS } from './texts.ts'
import { withArchive } from './with-archive.ts'
import { withDatabase } from './with-database.ts'

const REASONS = ERASING_REASONS.join('|')

/** Erases a conversation at the wish of whoever it is about (art. 17 GDPR). */
export const eraseCommand: PrivacyCommand = {
  name: 'erase',
  operands: ['NUMER'],
  options: { reason: { type: 'string' } },
  usage: `--reason ${REASONS}`,
  help: ERASE_TEXTS.help.erase,
  run: async ({ config, operands, options, now, print }) =>
    withArchive(config, async archive => {
      const reason = ERASING_REASONS.find(each => each === options.reason)
      if (!reason) throw new PrivacyError(ERASE_TEXTS.noReason(REASONS))
      const found = await archive.records.find(recordKeyOf(operands[0]))
      if (!found) throw new PrivacyError(COMMAND_TEXTS.noConversation)
      const { conversationId, number } = found
      const erasing = erasingOf(archive, { config, now })
      const order = { conversationId, by: 'command', actor: 'command', reason } as const
      const result = await withDatabase(config, database =>
        eraseAudited({ erasing, database, clock: () => now }, order),
      )
      switch (result.kind) {
        case 'not-found':
          throw new PrivacyError(COMMAND_TEXTS.noConversation)
        case 'held':
          throw new PrivacyError(ERASE_TEXTS.held(number, result.reason))
        case 'erased':
          print(ERASE_TEXTS.erased(number, config.erasureRegister))
          return 0
      }
    }),
}

/** Erases again what the register names: after a backup was restored while the service did not start anew. */
export const replayCommand: PrivacyCommand = {
  name: 'replay',
  operands: [],
  options: {},
  usage: '',
  help: ERASE_TEXTS.help.replay,
  run: async ({ config, now, print, warn }) =>
    withArchive(config, async archive => {
      const { erased, held } = await erasingOf(archive, { config, now }).replay()
      print(ERASE_TEXTS.replayed(erased))
      if (held > 0) warn(ERASE_TEXTS.stay(held))
      return held > 0 ? 1 : 0
    }),
}

/** What happened is printed, and an error stops the command: nothing is left for a log. */
const NO_LOG = { info: ignore, warn: ignore, error: ignore }

function erasingOf(
  archive: Parameters<typeof createErasing>[0]['store'],
  { config, now }: Pick<PrivacyCall, 'config' | 'now'>,
) {
  const register = createErasureRegister(config.erasureRegister)
  return createErasing({ store: archive, register, clock: () => now, log: NO_LOG })
}

function ignore(): void {
  // Nobody reads it.
}
