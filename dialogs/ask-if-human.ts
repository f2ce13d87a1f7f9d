import type { Dialog } from './dialog.ts'
import { anyOf, createListener } from './wording.ts'

const TOPIC = 'conversation-are-you-human'

const WITH_WHOM = anyOf(
  'czlowiekiem, pracownikiem, urzednikiem, urzedniczka, konsultantem, konsultantka, kims zywym, ludzmi',
  'prawdziw* osob*, zyw* osob*, botem, robotem, automatem, maszyna, komputerem, programem, sztuczna inteligencja',
)

const VERBS = ['rozmawiam', 'pisze', 'gadam', 'koresponduje']
const WISHES = 'chce, wole, moge, dlaczego'

const asks = createListener([
  {
    key: anyOf(...VERBS),
    near: ['czy', WITH_WHOM],
    // A mere „nie” denies nothing: „czy rozmawiam z człowiekiem, czy nie?”
    unless: anyOf(WISHES, 'nie bede', ...VERBS.map(verb => `nie ${verb}`)),
  },
  {
    key: anyOf(...VERBS.flatMap(verb => [`czy nie ${verb}`, `czy ja nie ${verb}`])),
    near: [WITH_WHOM],
    unless: WISHES,
  },
])

/** Whether a person or a machine answers is never left to likelihood: it always gets the truth. */
export const askIfHuman: Dialog = ({ words, knowledge }) =>
  knowledge.entries.has(TOPIC) && asks(words) ? { kind: 'smalltalk', topic: TOPIC } : undefined
