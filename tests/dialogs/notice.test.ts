import { createHash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { NOTICE_VERSION, type NoticeSetting, notice } from '../../dialogs/notice.ts'
import { plainText } from '../../dialogs/reply.ts'
import type { Office } from '../../knowledge/entry.ts'
import { lintText } from '../../knowledge/lint/plain-language.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const { office } = createKnowledge()
const ALONE: NoticeSetting = {
  isReadByMicrosoft: false,
  isSentByMicrosoft: false,
  days: { bot: 30, clerk: 90, ticket: 90, learning: 365 },
  isRecorded: false,
}
const EVERYTHING: NoticeSetting = { ...ALONE, isReadByMicrosoft: true, isSentByMicrosoft: true, isRecorded: true }
const SUPPLIED: Office['dataProtection'] = {
  controller: 'Starosta, ul. Przykładowa 1',
  officer: 'iod@powiat.example.pl',
  basis: 'artykuł 6 ustęp 1 litera e RODO',
}

const blocksOf = (from: Office, setting: NoticeSetting) => notice(from, setting).flatMap(({ blocks }) => blocks)
const textOf = (from: Partial<Office> = {}, setting = ALONE) =>
  notice({ ...office, ...from }, setting)
    .map(({ heading, blocks }) => `${heading}\n${plainText({ blocks, choices: [] })}`)
    .join('\n')

describe('P02: the notice about personal data', () => {
  it('says what the office has not supplied, and makes nothing up', () => {
    for (const missing of ['Administratora danych', 'Kontaktu do inspektora ochrony danych', 'Podstawy prawnej']) {
      expect(textOf()).toContain(`${missing} urząd jeszcze nie podał.`)
    }
    expect(textOf()).not.toContain('@')
  })

  it('says what the office has supplied', () => {
    const text = textOf({ dataProtection: SUPPLIED })

    for (const said of Object.values(SUPPLIED)) expect(text).toContain(said)
    expect(text).not.toContain('nie podał.')
  })

  it('names Microsoft only where it gets something, and for what', () => {
    expect(textOf()).not.toContain('Microsoft')
    expect(textOf({}, { ...ALONE, isReadByMicrosoft: true })).toContain('Azure Language')
    expect(textOf({}, { ...ALONE, isSentByMicrosoft: true })).toContain('Azure Bot Service')
  })

  it('says how long everything is kept as the settings have it', () => {
    const text = textOf({}, { ...ALONE, days: { bot: 1, clerk: 60, ticket: 120, learning: 200 } })

    for (const period of [
      'automatem znika po 1 dniu',
      'pracownikiem znika po 60 dniach',
      'po 120 dniach',
      'po 200 dniach',
    ]) {
      expect(text).toContain(period)
    }
    expect(text).not.toContain('do dokumentów urzędu')
    expect(textOf({}, { ...ALONE, isRecorded: true })).toContain('do dokumentów urzędu')
  })

  it('says what Messenger means, who speaks, and where to complain', () => {
    for (const part of ['Meta: tylko gdy piszesz przez Messengera', 'automat, nie człowiek', 'https://uodo.gov.pl']) {
      expect(textOf()).toContain(part)
    }
  })

  it.each([
    ['nothing supplied', office, ALONE],
    ['everything', { ...office, dataProtection: SUPPLIED }, EVERYTHING],
  ] as const)('is plain Polish with %s', (_name, from, setting) => {
    const sentences = blocksOf(from, setting).flatMap(block =>
      block.kind === 'list' ? block.items : block.kind === 'paragraph' ? [block.text] : [],
    )

    expect(sentences.flatMap(sentence => lintText(sentence).map(problem => `${sentence}: ${problem}`))).toEqual([])
  })

  it('has a version of its own for each text', () => {
    const all = textOf({}, EVERYTHING) + textOf({ dataProtection: SUPPLIED })
    const hash = createHash('sha256').update(all.replaceAll(office.address, '')).digest('hex').slice(0, 12)

    // Whoever changes the text raises NOTICE_VERSION, sets its day, and adds the new hash.
    expect({ [NOTICE_VERSION.number]: hash }).toEqual({ 3: '609482f76d11' })
  })
})
