import { channelName } from '../../dialogs/channel-name.ts'
import { type AffectedConversation, findAffected } from './affected-conversations.ts'
import type { PrivacyCommand } from './privacy-command.ts'
import { readWindow } from './read-window.ts'
import { BREACH_TEXTS } from './texts.ts'
import { withDatabase } from './with-database.ts'

export const breachCommand: PrivacyCommand = {
  name: 'breach',
  operands: [],
  options: { from: { type: 'string' }, to: { type: 'string' }, csv: { type: 'boolean' } },
  usage: '--from CZAS --to CZAS [--csv]',
  help: BREACH_TEXTS.help,
  async run({ config, options, print, warn }) {
    const { from, to } = readWindow(options.from, options.to)
    const affected = await withDatabase(config, database => database.run(() => findAffected(from, to)))
    const rows = [BREACH_TEXTS.columns, ...affected.map(cellsOf)]
    for (const row of options.csv === true ? rows.map(cells => cells.join(';')) : aligned(rows)) print(row)
    warn(BREACH_TEXTS.count(affected.length))
    return 0
  },
}

/** None of them is anybody's words, so that none can be a formula of a spreadsheet. */
function cellsOf({ number, source, masks, originals, hasContact, reads }: AffectedConversation): readonly string[] {
  return [
    String(number),
    channelName(source),
    masks.join(' ') || BREACH_TEXTS.nothingMasked,
    BREACH_TEXTS.originals[originals],
    BREACH_TEXTS.contact[`${hasContact}`],
    String(reads),
  ]
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = BREACH_TEXTS.columns.map((_, index) => Math.max(...rows.map(row => row[index]?.length ?? 0)))
  return rows.map(row =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
