import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { readConfig } from '../../../adapters/config.ts'
import { PRIVACY_COMMANDS } from '../../../adapters/privacy/privacy-commands.ts'
import { runPrivacy } from '../../../adapters/privacy/run-privacy.ts'
import { openSqliteAccounts } from '../../../adapters/storage/sqlite-accounts.ts'
import { createSqliteStore } from '../../../adapters/storage/sqlite-store.ts'
import { DATED_NOW, type DatedConversations, fillDated, numberOf } from '../../fixtures/dated.ts'
import { temporaryFolder } from '../../setup/temporary-folder.ts'

let filled = ''
let dataDir = ''
let ids: DatedConversations

beforeAll(async () => {
  filled = join(temporaryFolder(), 'assistant.db')
  const [store, database] = [createSqliteStore(filled), openSqliteAccounts(filled)]
  ids = await fillDated({ store, database })
  await database.close()
  await store.close()
})

beforeEach(() => {
  dataDir = temporaryFolder()
  copyFileSync(filled, join(dataDir, 'assistant.db'))
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
    const released = await privacy(`release ${ids['bot 31']}`)
    const after = await privacy('retention --dry-run')

    expect(held).toMatchObject({
      status: 0,
      told: expect.stringContaining(`Rozmowa nr ${number} nie zostanie usunięta`),
    })
    expect(listed.told).toContain(`nr ${number}, od: 29 listopada 2026 11:00, powód: pismo OP-12`)
    expect(whileHeld.told).toContain('rozmowy z samym asystentem: 1,')
    expect(released.told).toContain('jest zakończone')
    expect(after.told).toContain('rozmowy z samym asystentem: 2,')
  })

  it.each([
    ['hold 99999 --reason x', /^Nie ma takiej rozmowy\./],
    ['hold abc --reason x', /^„abc” nie jest numerem rozmowy\./],
    ['hold 1', /^Podaj powód/],
    ['release 1', /^Takiej wstrzymanej rozmowy nie ma\./],
  ])('says what is wrong with "%s"', async (call, message) => {
    expect((await privacy(call)).status).toMatch(message)
  })
})

describe('npm run privacy -- breach', () => {
  it('P10: lists conversations of a window with what was masked, kept and read, and not a word of them', async () => {
    const numbers = await Promise.all((['clerk 89', 'ticket closed 89'] as const).map(numbered))

    const { status, told } = await privacy('breach --csv --from 2026-09-01 --to 2026-09-01')
    const none = await privacy('breach --csv --from 2026-09-02 --to 2026-09-02T23:00')

    expect(status).toBe(0)
    expect(told.split('\n')).toEqual([
      'numer;kanał;zamaskowane dane;oryginały;kontakt;odczyty pracowników',
      `${numbers[0]};test;[PESEL] [TELEFON];są;nie;1`,
      `${numbers[1]};test;nie;mogły być;tak;0`,
      'Rozmów: 2. Rozmów usuniętych wcześniej nie ma na liście.',
    ])
    expect(none.told).toContain('Rozmów: 0.')
  })

  it.each([
    ['breach', /^Podaj początek i koniec/],
    ['breach --from 2026-02-30 --to 2026-03-01', /^Podaj początek i koniec/],
    ['breach --from 2026-03-01 --to 2026-02-01', /^Koniec .* jest przed początkiem/],
  ])('says what is wrong with "%s"', async (call, message) => {
    expect((await privacy(call)).status).toMatch(message)
  })
})

describe('npm run privacy -- data-map', () => {
  it('P11: writes the map of the database at hand', async () => {
    const { status, told } = await privacy('data-map')

    expect(status).toBe(0)
    expect(told).toMatch(/^# Mapa danych asystenta urzędu\n/)
    expect(told).toContain('## learning_record\n\nCel: poprawianie odpowiedzi asystenta. Okres: 365 dni.')
  })
})
