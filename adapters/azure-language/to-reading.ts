import type { DetectedLanguage, Entity } from '@azure/ai-language-text'
import type { ReadPersonalData } from '../../bot/language-service.ts'

/** What is asked for, and what each is here. Other categories, such as organisations and dates, are what questions are about. */
const KINDS: Readonly<Record<string, ReadPersonalData['kind']>> = {
  Person: 'person',
  Address: 'address',
  PhoneNumber: 'phone',
  Email: 'email',
  CreditCardNumber: 'card',
  InternationalBankingAccountNumber: 'iban',
  PLIdentityCard: 'id-card',
  PLNationalID: 'pesel',
  PLNationalIDV2: 'pesel',
  PLPassportNumber: 'passport',
  PLTaxIdentificationNumber: 'nip',
  PLREGONNumber: 'regon-9',
}

export const CATEGORIES: readonly string[] = Object.keys(KINDS)

/** Below this it is a guess, and a mask in the wrong place costs an answer. To be measured at the first connection. */
const LEAST_CONFIDENCE = 0.8

/** Shorter numbers, such as 112 or 116 111, are everybody's. */
const LEAST_PHONE_DIGITS = 9

export function toPersonalData(entities: readonly Entity[]): readonly ReadPersonalData[] {
  return entities.flatMap(({ text, category, offset, length, confidenceScore }) => {
    const kind = KINDS[category]
    const isSure = kind !== undefined && confidenceScore >= LEAST_CONFIDENCE
    const isPublic = kind === 'phone' && text.replace(/\D/g, '').length < LEAST_PHONE_DIGITS
    return isSure && !isPublic ? [{ kind, start: offset, end: offset + length }] : []
  })
}

/** The service says `(Unknown)` where it cannot tell, and marks scripts: `zh_chs`. */
export function toLanguage({ iso6391Name, confidenceScore }: DetectedLanguage): string | null {
  const [code = ''] = iso6391Name.toLowerCase().split(/[_-]/)
  return confidenceScore >= LEAST_CONFIDENCE && /^[a-z]{2}$/.test(code) ? code : null
}
