import { written } from '../website/transcript.ts'
import { endHold, listHolds, setHold } from './holds.ts'
import type { PrivacyCommand } from './privacy-command.ts'
import { PrivacyError } from './privacy-error.ts'
import { recordKeyOf } from './record-key-of.ts'
import { COMMAND_TEXTS, HOLD_TEXTS } from './texts.ts'
import { withDatabase } from './with-database.ts'

export const holdCommand: PrivacyCommand = {
  name: 'hold',
  operands: ['NUMER'],
  options: { reason: { type: 'string' } },
  usage: '--reason "POWÓD"',
  help: HOLD_TEXTS.help.hold,
  async run({ config, operands: [operand], options: { reason }, now, print }) {
    const key = recordKeyOf(operand)
    if (typeof reason !== 'string' || reason.trim() === '') throw new PrivacyError(HOLD_TEXTS.noReason)
    const number = await withDatabase(config, database => database.run(() => setHold(key, reason.trim(), now)))
    if (number === undefined) throw new PrivacyError(COMMAND_TEXTS.noConversation)
    print(HOLD_TEXTS.held(number))
    return 0
  },
}

export const releaseCommand: PrivacyCommand = {
  name: 'release',
  operands: ['NUMER'],
  options: {},
  usage: '',
  help: HOLD_TEXTS.help.release,
  async run({ config, operands: [operand], now, print }) {
    const key = recordKeyOf(operand)
    const number = await withDatabase(config, database => database.run(() => endHold(key, now)))
    if (number === undefined) throw new PrivacyError(HOLD_TEXTS.notHeld)
    print(HOLD_TEXTS.released(number))
    return 0
  },
}

export const holdsCommand: PrivacyCommand = {
  name: 'holds',
  operands: [],
  options: {},
  usage: '',
  help: HOLD_TEXTS.help.holds,
  async run({ config, print }) {
    const holds = await withDatabase(config, database => database.run(listHolds))
    if (holds.length === 0) print(HOLD_TEXTS.none)
    for (const { number, since, reason } of holds) print(HOLD_TEXTS.listed(number, written(since), reason))
    return 0
  },
}
