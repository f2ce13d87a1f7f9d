import { createErasing } from '../../bot/erasing.ts'
import { eraseAudited } from './erase-audited.ts'
import { ERASING_REASONS } from './erasing-reason.ts'
import { createErasureRegister } from './erasure-register.ts'
import type { PrivacyCall, PrivacyCommand } from './privacy-command.ts'
import { PrivacyError } from './privacy-error.ts'
import { recordKeyOf } from './record-key-of.ts'
import { COMMAND_TEXTS } from './texts.ts'
import { withArchive } from './with-archive.ts'
import { withDatabase } from './with-database.ts'

/** Erases a conversation at the wish of whoever it is about (art. 17 GDPR). */
export const eraseCommand: PrivacyCommand = {
  name: 'erase',
  operands: ['NUMER'],
  options: { reason: { type: 'string' } },
  usage: `--reason ${ERASING_REASONS.join('|')}`,
  help: 'usuwa rozmowę na zawsze; powód: prośba osoby, sprzeciw, bezprawny zapis, pomyłka',
  run: async ({ config, operands, options, now, print }) =>
    withArchive(config, async archive => {
      const reason = ERASING_REASONS.find(each => each === options.reason)
      if (!reason) throw new PrivacyError(`Podaj powód: --reason ${ERASING_REASONS.join('|')}`)
      const found = await archive.records.find(recordKeyOf(operands[0]))
      if (!found) throw new PrivacyError(COMMAND_TEXTS.noConversation)
      const { conversationId, number } = found
      const erasing = erasingOf(archive, { config, now })
      const order = { conversationId, by: 'command', actor: 'command', reason } as const
      const result = await withDatabase(config, database =>
        eraseAudited({ erasing, database, clock: () => now }, order),
      )
      if (result.kind === 'not-found') throw new PrivacyError(COMMAND_TEXTS.noConversation)
      if (result.kind === 'held') {
        throw new PrivacyError(
          `Rozmowa ${number} jest wstrzymana i nie została usunięta. Powód: ${result.reason}. Decyzję uzgodnij z inspektorem ochrony danych; wstrzymanie kończy: npm run privacy -- release ${number}`,
        )
      }
      print(`Rozmowa ${number} jest usunięta. Wpis jest w rejestrze usunięć: ${config.erasureRegister}`)
      return 0
    }),
}

/** Erases again what the register names: after a backup was restored while the service did not start anew. */
export const replayCommand: PrivacyCommand = {
  name: 'replay',
  operands: [],
  options: {},
  usage: '',
  help: 'usuwa jeszcze raz rozmowy z rejestru usunięć, po odtworzeniu kopii zapasowej; start usługi robi to sam',
  run: async ({ config, now, print, warn }) =>
    withArchive(config, async archive => {
      const { erased, held } = await erasingOf(archive, { config, now }).replay()
      print(`Usunięte ponownie rozmowy: ${erased}`)
      if (held === 0) return 0
      warn(
        `Wstrzymane i nieusunięte: ${held}. Pokazuje je: npm run privacy -- holds. Po zakończeniu wstrzymania uruchom to polecenie ponownie.`,
      )
      return 1
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
