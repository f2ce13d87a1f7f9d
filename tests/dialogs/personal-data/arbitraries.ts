import fc from 'fast-check'
import { createCorpus } from '../../fixtures/personal-data/corpus.ts'
import { createNearMisses } from '../../fixtures/personal-data/near-misses.ts'

/** Any row of UTF-16 units: lone surrogates and NUL too. */
export const anyUnits = fc
  .array(fc.oneof(fc.nat(0xffff), fc.nat(0x7f)), { maxLength: 200 })
  .map(units => String.fromCharCode(...units))

const pieces = [
  ...createCorpus().flatMap(({ messages, secrets }) => [...messages, ...secrets]),
  ...createNearMisses().map(({ text }) => text),
]
const words = [
  'PESEL',
  'tel.',
  'nr konta',
  'NIP',
  'REGON',
  'dowód',
  'paszport',
  'auto',
  'KW',
  'VIN',
  'karta',
  'zł',
  'PL',
  '+48',
]

/** Texts full of numbers, words beside them, masks and what stands between. */
export const messyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.constantFrom(...words),
      fc.constantFrom('[PESEL]', '[NR KONTA]', '[NR KSIĘGI WIECZYSTEJ]', '[E-MAIL]', '[', ']'),
      fc.constantFrom(' ', '', '-', '.', '/', ', ', '\n', '\u200b', '\u00a0', '\u0000', '\ud800', '@', ' a ', 'ż'),
      fc.stringMatching(/^\d{1,14}$/),
    ),
    { maxLength: 14 },
  )
  .map(parts => parts.join(''))
