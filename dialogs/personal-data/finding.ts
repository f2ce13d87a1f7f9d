/** Every kind of personal data that is looked for. Masks, detectors and reports are keyed by it. */
export type PersonalDataKind =
  | 'iban'
  | 'card'
  | 'vin'
  | 'land-register'
  | 'regon-14'
  | 'pesel'
  | 'nip'
  | 'regon-9'
  | 'id-card'
  | 'passport'
  | 'phone'
  | 'plate'
  | 'email'

/** Where personal data stands: UTF-16 offsets into the text as it was written, `end` excluded. */
export type Finding = { readonly kind: PersonalDataKind; readonly start: number; readonly end: number }
