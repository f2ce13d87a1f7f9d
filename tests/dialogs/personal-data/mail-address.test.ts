import { describe, expect, it } from '@jest/globals'
import { mailAddress } from '../../../dialogs/personal-data/mail-address.ts'

describe('an e-mail address that was found', () => {
  it.each([
    ['jan.kowalski@example.pl', 'jan.kowalski@example.pl'],
    ['jan.kowalski @ example.pl', 'jan.kowalski@example.pl'],
    ['jan (at) example.pl', 'jan@example.pl'],
    ['jan(małpa)example.pl', 'jan@example.pl'],
    ['jan kropka kowalski małpa example kropka pl', 'jan.kowalski@example.pl'],
    ['jan@example,pl', 'jan@example.pl'],
    ['jan@example. pl', 'jan@example.pl'],
  ])('is one that a mail server takes: %s', (written, address) => {
    expect(mailAddress(written)).toBe(address)
  })
})
