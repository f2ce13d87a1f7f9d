import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../../../adapters/config.ts'
import type { PrivacyCommand } from '../../../adapters/privacy/privacy-command.ts'
import { runPrivacy } from '../../../adapters/privacy/run-privacy.ts'

const NOW = new Date('2026-11-29T10:00:00Z')

const LOOK_UP: PrivacyCommand = {
  name: 'look-up',
  operands: ['NUMER'],
  options: { loudly: { type: 'boolean' } },
  usage: '[--loudly]',
  help: 'szuka rozmowy',
  async run({ operands, options, print }) {
    print(`${operands[0]} ${options.loudly}`)
    return 0
  },
}
const REST: PrivacyCommand = { ...LOOK_UP, name: 'rest', operands: [], usage: '', help: 'nie robi nic' }

async function called(...args: readonly string[]) {
  const printed: string[] = []
  const warned: string[] = []
  const status = await runPrivacy([LOOK_UP, REST], args, () => readConfig({}), {
    now: NOW,
    print: line => printed.push(line),
    warn: line => warned.push(line),
  })
  return { status, printed, warned }
}

describe('npm run privacy', () => {
  it('runs the command that was named, with what follows it', async () => {
    expect(await called('look-up', '17', '--loudly')).toEqual({ status: 0, printed: ['17 true'], warned: [] })
  })

  it.each([[[]], [['unknown']]])('shows the help of all commands for %j', async args => {
    const { status, printed, warned } = await called(...args)

    expect([status, printed]).toEqual([2, []])
    expect(warned.join()).toMatch(
      /^Użycie:\n {2}npm run privacy -- look-up NUMER \[--loudly\]\n {6}szuka rozmowy\n.*rest\n/,
    )
  })

  it.each([[['look-up']], [['look-up', '1', '2']], [['look-up', '1', '--softly']], [['look-up', '1', '--loudly=x']]])(
    'shows the help of the command for %j',
    async args => {
      const { status, warned } = await called(...args)

      expect(status).toBe(2)
      expect(warned.join()).toContain('look-up NUMER')
      expect(warned.join()).not.toContain('rest')
    },
  )
})
