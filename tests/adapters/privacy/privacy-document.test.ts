import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readConfig, SETTING_NAMES } from '../../../adapters/config.ts'

const { retention } = readConfig({})

const DEFAULTS: Readonly<Record<string, number>> = {
  RETENTION_BOT_DAYS: retention.botDays,
  RETENTION_CLERK_DAYS: retention.clerkDays,
  RETENTION_TICKET_DAYS: retention.ticketDays,
  RETENTION_LEARNING_DAYS: retention.learningDays,
  RETENTION_DEAD_LETTER_DAYS: retention.deadLetterDays,
  RETENTION_KEY_DAYS: retention.keyDays,
  RETENTION_AUDIT_DAYS: retention.auditDays,
}

const document = readFileSync(join(import.meta.dirname, '../../../docs/prywatnosc.md'), 'utf8')

describe('docs/prywatnosc.md', () => {
  it('P05: tells the time of every class as the settings have it', () => {
    const told = [...document.matchAll(/^\| [^|]+ \| (\d+) dni \| [^|]+ \| `(RETENTION_\w+_DAYS)` \|$/gm)]

    expect(Object.fromEntries(told.map(([, days, name]) => [name, Number(days)]))).toEqual(DEFAULTS)
    expect(Object.keys(DEFAULTS).sort()).toEqual(SETTING_NAMES.filter(name => /^RETENTION_.*_DAYS$/.test(name)).sort())
  })
})
