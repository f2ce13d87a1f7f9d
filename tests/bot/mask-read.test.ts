import { describe, expect, it } from '@jest/globals'
import type { ReadPersonalData } from '../../bot/language-service.ts'
import { maskRead } from '../../bot/mask-read.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const office = { ...createKnowledge().office, address: 'ul. Kolejowa 2, 66-200 Świebodzin', towns: ['Świebodzin'] }

const found = (text: string, kind: ReadPersonalData['kind'], part: string): ReadPersonalData => {
  const start = text.indexOf(part)
  return { kind, start, end: start + part.length }
}

describe('what a service has read', () => {
  it('is masked, whatever the order it comes in', () => {
    const text = 'Jestem Zofia Przykład z Lipowej 5'
    const both = [found(text, 'address', 'Lipowej 5'), found(text, 'person', 'Zofia Przykład')]

    expect(maskRead(text, both, { office })).toBe('Jestem [OSOBA] z [ADRES]')
  })

  it('leaves masks whole', () => {
    const text = 'mój PESEL to [PESEL]'

    expect(maskRead(text, [found(text, 'person', 'PESEL]')], { office })).toBe(text)
  })

  it.each(['Kolejowa 2', 'SWIEBODZIN', 'ul. Kolejowa 2'])('leaves what the office published: %s', part => {
    const text = `jak dojechać na ${part}?`

    expect(maskRead(text, [found(text, 'address', part)], { office })).toBe(text)
  })

  it('masks once where two overlap', () => {
    const text = 'Zofia Przykład-Wzór'
    const two = [found(text, 'person', 'Zofia Przykład'), found(text, 'person', 'Przykład-Wzór')]

    expect(maskRead(text, two, { office })).toBe('[OSOBA]-Wzór')
  })

  it.each([
    ['outside the text', { kind: 'person', start: 3, end: 99 }],
    ['empty', { kind: 'person', start: 3, end: 3 }],
  ] as const)('is ignored where it is %s', (_name, finding) => {
    expect(maskRead('jakiś tekst', [finding], { office })).toBe('jakiś tekst')
  })
})
