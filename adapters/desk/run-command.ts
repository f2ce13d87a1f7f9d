import type { CommandResult, DeskCommands } from '../../bot/desk-commands.ts'
import type { DeskPerson } from '../../bot/desk-person.ts'
import type { DeskCommand } from './wire.ts'

/** Does what the page says. */
export function runCommand(
  desk: DeskCommands,
  person: DeskPerson,
  conversationId: string,
  command: DeskCommand,
): Promise<CommandResult> {
  const { kind, ...rest } = command
  const to = { conversationId, ...rest }
  switch (command.kind) {
    case 'take':
      return desk.take(person, { ...to, ...command })
    case 'write':
      return desk.write(person, { ...to, ...command })
    case 'note':
      return desk.note(person, { ...to, ...command })
    case 'pass-on':
      return desk.passOn(person, { ...to, ...command })
    case 'return-to-bot':
      return desk.returnToBot(person, { ...to, ...command })
    case 'end':
      return desk.end(person, { ...to, ...command })
    case 'make-ticket':
      return desk.makeTicket(person, { ...to, ...command })
  }
}
