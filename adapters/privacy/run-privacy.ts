import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import type { PrivacyCall, PrivacyCommand } from './privacy-command.ts'

const NAME = 'npm run privacy --'

/** Runs the command that the arguments name, and gives its exit status: 2, with the help, where they name none. */
export async function runPrivacy(
  commands: readonly PrivacyCommand[],
  [name = '', ...rest]: readonly string[],
  readConfig: () => Config,
  { now, print, warn }: Pick<PrivacyCall, 'now' | 'print' | 'warn'>,
): Promise<number> {
  const command = commands.find(each => each.name === name)
  const parsed = command && parse(command, rest)
  if (!command || !parsed) {
    warn(helpOf(command ? [command] : commands))
    return 2
  }
  return command.run({
    config: readConfig(),
    operands: parsed.positionals,
    options: parsed.values,
    now,
    print,
    warn,
  })
}

/** Nothing where something is unknown, missing or too much. */
function parse({ options, operands }: PrivacyCommand, args: readonly string[]) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    return parsed.positionals.length === operands.length ? parsed : undefined
  } catch {
    return undefined
  }
}

function helpOf(commands: readonly PrivacyCommand[]): string {
  const lines = commands.map(({ name, operands, usage, help }) => {
    const call = [NAME, name, ...operands, usage].filter(Boolean).join(' ')
    return `  ${call}\n      ${help}`
  })
  return ['Użycie:', ...lines, 'Opis: docs/prywatnosc.md'].join('\n')
}
