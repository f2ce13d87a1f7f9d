import { isCard, isIban, isIdCard, isLandRegister, isNip, isPesel, isRegon14 } from './check-digits.ts'
import { type Detector, detector } from './detector.ts'
import * as shapes from './shapes.ts'
import { ACCOUNT, ID_CARD, PHONE, PLATE } from './words.ts'

const { digits } = shapes

/** In the order in which a kind wins where two fit the same signs equally well. */
export const DETECTORS: readonly Detector[] = [
  detector('iban', ACCOUNT, [
    { shape: `(?:PL ?)?${digits(26)}`, passes: isIban },
    { shape: shapes.FOREIGN_IBAN, passes: isIban },
    { shape: shapes.IBAN_IN_ONE_PIECE, passes: isIban },
    { shape: `(?:PL ?)?${digits(26)}`, needsWord: true },
    { shape: shapes.IBAN_IN_ONE_PIECE, needsWord: true },
    { shape: `(?:PL ?)?${digits(27, 25)}`, needsWord: true, isMistyped: true },
  ]),
  detector('card', 'KAR[TC][A-Z]{1,4}|VISA|MASTERCARD', [
    { shape: shapes.CARD_IN_ONE_PIECE, passes: isCard },
    { shape: shapes.CARD_IN_GROUPS, passes: isCard },
    { shape: digits(16, 19, 18, 17, 15, 14, 13), needsWord: true },
  ]),
  detector('vin', 'VIN[A-Z]{0,3}|NADWOZI[A-Z]{1,3}', [
    { shape: shapes.VIN },
    { shape: shapes.VIN_IN_GROUPS, needsWord: true, inCapitals: true },
    { shape: shapes.MISTYPED_VIN, needsWord: true, isMistyped: true },
  ]),
  detector('land-register', 'KSIE[GD][A-Z]{0,4}|KW', [
    { shape: shapes.LAND_REGISTER },
    { shape: shapes.LAND_REGISTER_WITHOUT_SLASHES, passes: isLandRegister },
  ]),
  detector('regon-14', 'REGON[A-Z]{0,4}', [
    { shape: digits(14), passes: isRegon14 },
    { shape: digits(14), needsWord: true },
    { shape: digits(15, 13), needsWord: true, isMistyped: true },
  ]),
  detector('pesel', 'PESEL[A-Z]{0,4}', [
    { shape: digits(11), passes: isPesel },
    { shape: shapes.gluedDigits(11), passes: isPesel, needsWord: true },
    { shape: digits(11), needsWord: true },
    { shape: digits(12, 10), needsWord: true, isMistyped: true },
  ]),
  detector('nip', 'NIP(?:U|Y|IE|EM|OW)?|PODATKOW[A-Z]{1,3}', [
    { shape: `PL ?${digits(10)}`, passes: isNip },
    { shape: shapes.NIP_WITH_HYPHENS, passes: isNip },
    { shape: `(?:PL ?)?${digits(10)}`, needsWord: true },
    { shape: `(?:PL ?)?${digits(11, 9)}`, needsWord: true, isMistyped: true },
  ]),
  detector('regon-9', 'REGON[A-Z]{0,4}', [
    { shape: digits(9), needsWord: true },
    { shape: digits(10, 8), needsWord: true, isMistyped: true },
  ]),
  detector('id-card', ID_CARD, [
    { shape: shapes.ID_CARD, passes: isIdCard },
    { shape: shapes.ID_CARD_IN_GROUPS, passes: isIdCard, inCapitals: true },
    { shape: shapes.ID_CARD_WITH_SPACE, needsWord: true },
    { shape: shapes.MISTYPED_ID_CARD, needsWord: true, isMistyped: true },
  ]),
  detector('passport', 'PASZPOR[TC][A-Z]{0,4}|ПАСПОРТ[А-ЯІ]{0,3}', [
    { shape: shapes.PASSPORT, needsWord: true },
    { shape: shapes.PASSPORT_IN_GROUPS, needsWord: true, inCapitals: true },
    { shape: shapes.MISTYPED_PASSPORT, needsWord: true, isMistyped: true },
  ]),
  detector('phone', PHONE, [
    { shape: shapes.PHONE_WITH_PREFIX },
    { shape: shapes.PHONE_ABROAD },
    { shape: shapes.PHONE_ABROAD_WITH_ZEROS },
    { shape: shapes.PHONE_IN_UKRAINE, needsWord: true },
    { shape: shapes.gluedDigits(9), needsWord: true },
    { shape: shapes.MOBILE_PHONE },
    { shape: shapes.AREA_PHONE },
    { shape: shapes.AREA_PHONE_IN_BRACKETS },
    { shape: shapes.PHONE, needsWord: true },
    { shape: shapes.MISTYPED_PHONE, needsWord: true, isMistyped: true },
  ]),
  detector('plate', PLATE, [
    { shape: shapes.PLATE, needsWord: true, inCapitals: true },
    { shape: shapes.PLATE_IN_SMALL_LETTERS, needsWord: true },
    { shape: shapes.OWN_PLATE, needsWord: true, inCapitals: true },
    { shape: shapes.MISTYPED_PLATE, needsWord: true, inCapitals: true, isMistyped: true },
  ]),
  detector('email', 'E-?MAIL[A-Z]{0,4}', [{ shape: shapes.EMAIL }, { shape: shapes.EMAIL_MISTYPED, isMistyped: true }]),
]
