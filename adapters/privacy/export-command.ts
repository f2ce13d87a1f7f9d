import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { record } from '../desk/accounts/audit-log.ts'
import { copyData } from './copy-data.ts'
import { copyPage } from './copy-page.ts'
import type { PrivacyCommand } from './privacy-command.ts'
import { PrivacyError } from './privacy-error.ts'
import { recordKeyOf } from './record-key-of.ts'
import { COMMAND_TEXTS, EXPORT_TEXTS } from './texts.ts'
import { withArchive } from './with-archive.ts'
import { withDatabase } from './with-database.ts'

const READABLE_BY_US = 0o600

/** A copy of what is kept of a conversation, for whoever it is about (art. 15 GDPR). */
export const exportCommand: PrivacyCommand = {
  name: 'export',
  operands: ['NUMER'],
  options: { to: { type: 'string' } },
  usage: '--to KATALOG',
  help: EXPORT_TEXTS.help,
  run: async ({ config, operands, options: { to }, now, print }) =>
    withArchive(config, async ({ records }) => {
      if (typeof to !== 'string') throw new PrivacyError(EXPORT_TEXTS.noFolder)
      const found = await records.find(recordKeyOf(operands[0]))
      const copy = found && (await records.copy(found.conversationId))
      if (!copy) throw new PrivacyError(COMMAND_TEXTS.noConversation)
      const event = { actor: 'command', action: 'transcript-exported', subject: copy.record.conversationId } as const
      // Before it is handed out: what cannot be accounted for leaves no copy.
      await withDatabase(config, database => database.run(() => record(event, now)))
      for (const [ending, text] of [
        ['html', copyPage(copy, now)],
        ['json', `${JSON.stringify(copyData(copy, now), null, 2)}\n`],
      ] as const) {
        const path = join(to, `rozmowa-${copy.record.number}.${ending}`)
        write(to, path, text)
        print(path)
      }
      return 0
    }),
}

function write(folder: string, path: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, text, { mode: READABLE_BY_US })
  } catch (cause) {
    throw new PrivacyError(EXPORT_TEXTS.notWritten(path), { cause })
  }
}
