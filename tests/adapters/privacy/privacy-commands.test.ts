import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { readConfig } from '../../../adapters/config.ts'
import { PRIVACY_COMMANDS } from '../../../adapters/privacy/privacy-commands.ts'
import { runPrivacy } from '../../../adapters/privacy/run-privacy.ts'
import { openSqliteAccounts } from '../../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../../adapters/storage/sqlite-store.ts'
import { DATED_NOW, type DatedConversations, fillDated, numberOf } from '../../fixtures/dated.ts'
import { temporaryFolder } from '../../setup/temporary-folder.ts'

let dataDir = ''
let ids: DatedConversations

beforeEach(async () => {
  dataDir = temporaryFolder()
  const path = join(dataDir, 'assistant.db')
  const [store, database] = [createSqliteStore(path), openSqliteAccounts(path)]
  ids = await fillDated({ store, database })
  await database.close()
  await store.close()
})

async function privacy(call: string, ...more: readonly string[]) {
  const told: string[] = []
  const tell = (line: string) => void told.push(line)
  const args = [...call.split(' '), ...more]
  const config = () => readConfig({ DATA_DIR: dataDir })
  const run = runPrivacy(PRIVACY_COMMANDS, args, config, { now: DATED_NOW, print: tell, warn: tell })
  const status = await run.catch((error: Error) => error.message)
  return { status, told: told.join('\n') }
}

async function numbered(name: keyof DatedConversations): Promise<string> {
  const database = openSqliteAccounts(join(dataDir, 'assistant.db'))
  const number = await numberOf(database, ids[name])
  await database.close()
  return String(number)
}

describe('npm run privacy -- retention', () => {
  it('P05: shows what is over with the oldest day, and then deletes it', async () => {
    const shown = await privacy('retention --dry-run')
    const run = await privacy('retention --run')
    const after = await privacy('retention --dry-run')

    expect(shown.status).toBe(0)
    expect(shown.told).toMatch(/^Do usunięcia \(teraz nic nie zostało usunięte\):\n/)
    expect(shown.told).toContain('  rozmowy z pracownikiem: 1, najstarsze od: 30 sierpnia 2026 12:00')
    expect(run.told).toContain('  rozmowy z samym asystentem: 2\n')
    expect(after.told).toContain('  rozmowy z samym asystentem: 0\n')
  })

  it.each(['retention', 'retention --run --dry-run'])('wants to know whether to delete: %s', async call => {
    expect(await privacy(call)).toMatchObject({ status: 2, told: expect.stringContaining('Wybierz jedno') })
  })

  it('P05: leaves a held conversation alone until it is released', async () => {
    const number = await numbered('bot 31')

    const held = await privacy(`hold Z-${number} --reason`, 'pismo OP-12')
    const listed = await privacy('holds')
    const whileHeld = await privacy('retention --dry-run')
    const released = await privacy(`release ${number}`)
    const after = await privacy('retention --dry-run')

    expect(held).toMatchObject({
      status: 0,
      told: expect.stringContaining(`Rozmowa nr ${number} nie zostanie usunięta`),
    })
    expect(listed.told).toContain(`nr ${number}, od: 29 listopada 2026 11:00, powód: pismo OP-12`)
    expect(whileHeld.told).toContain('rozmowy z samym asystentem: 1,')
    expect(released.told).toContain('się skończyło')
    expect(after.told).toContain('rozmowy z samym asystentem: 2,')
  })

  it.each([
    ['hold 99999 --reason x', /^Rozmowy nr 99999 nie ma\./],
    ['hold abc --reason x', /^„abc” nie jest numerem rozmowy\./],
    ['hold 1', /^Podaj powód/],
    ['release 1', /^Rozmowa nr 1 nie jest wstrzymana\./],
  ])('says what is wrong with "%s"', async (call, message) => {
    expect((await privacy(call)).status).toMatch(message)
  })
})
