import { describe, expect, it } from '@jest/globals'
import { findContact } from '../../../dialogs/personal-data/find-contact.ts'

function contactIn(text: string, kind: 'email' | 'phone' = 'phone', allowed: readonly string[] = []) {
  const found = findContact(text, kind, allowed)
  return found && text.slice(found.start, found.end)
}

describe('a telephone number that was asked for', () => {
  it.each([
    ['684755302', '684755302'],
    ['68 4755302', '68 4755302'],
    ['48684755302', '48684755302'],
    ['mój to 684755302, najlepiej po 16', '684755302'],
    ['po 16 684755302', '684755302'],
    ['６８４７５５３０２', '６８４７５５３０２'],
    ['jan@example.pl albo 684755302', '684755302'],
    ['600 100 200', '600 100 200'],
    ['+48 68 475 53 02', '+48 68 475 53 02'],
  ])('is found without a word for it: „%s”', (text, contact) => {
    expect(contactIn(text)).toBe(contact)
  })

  it.each([
    'ile kosztuje karta parkingowa',
    '44051401359',
    'PL61109010140000071219812874',
    '68475530',
    'wniosek z 24.11.2026',
    '800123456',
    'jan@example.pl',
  ])('is nothing else: „%s”', text => {
    expect(contactIn(text)).toBeUndefined()
  })

  it('is not that of the office', () => {
    expect(contactIn('684755302', 'phone', ['68 475 53 02'])).toBeUndefined()
  })
})

describe('an e-mail address that was asked for', () => {
  it('is found beside a number', () => {
    expect(contactIn('684755302, jan@example.pl', 'email')).toBe('jan@example.pl')
    expect(contactIn('684755302', 'email')).toBeUndefined()
  })
})
