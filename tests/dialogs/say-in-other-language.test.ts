import { describe, expect, it } from '@jest/globals'
import { FOREIGN_LANGUAGES } from '../../dialogs/foreign-language.ts'
import { FOREIGN_PHRASES } from '../../dialogs/foreign-phrases.ts'
import { plainText } from '../../dialogs/reply.ts'
import { sayInOtherLanguage, sayPersonInOtherLanguage } from '../../dialogs/say-in-other-language.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'

const { office } = createKnowledge()

describe.each(FOREIGN_LANGUAGES)('a reply in %s', language => {
  const phrases = FOREIGN_PHRASES[language]
  const text = plainText(sayInOtherLanguage(language, office))

  it('is marked with its language', () => {
    expect(sayInOtherLanguage(language, office).language).toBe(language)
    expect(sayPersonInOtherLanguage(language, office).language).toBe(language)
  })

  it('names the office, its address and 112', () => {
    for (const part of [office.name, office.address, '112']) expect(text).toContain(part)
  })

  it('offers a person', () => {
    expect(sayInOtherLanguage(language, office).choices).toEqual([{ label: phrases.person, pick: { kind: 'person' } }])
  })

  it('says that nobody has checked it, until somebody has', () => {
    expect(text.includes(phrases.unconfirmed)).toBe(!phrases.isConfirmed)
  })

  it('names no phone that the office has not given', () => {
    const { phone: _, ...withoutPhone } = office

    expect(plainText(sayInOtherLanguage(language, withoutPhone))).toContain(phrases.noPhone)
    expect(plainText(sayInOtherLanguage(language, { ...office, phone: '68 111 22 33' }))).toContain('68 111 22 33')
  })

  it('has at most 60 words before the contact', () => {
    const { intro, writePolish, noPersonalData, inDanger } = phrases

    expect([intro(office.name), writePolish, noPersonalData, inDanger].join(' ').split(' ').length).toBeLessThan(60)
  })
})
