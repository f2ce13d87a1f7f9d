import type { Dialog } from './dialog.ts'
import { anyOf, createListener } from './wording.ts'

const TOPIC = 'conversation-are-you-human'

const WITH_WHOM = anyOf(
  'czlowiekiem, pracownikiem, urzednikiem, urzedniczka, konsultantem, konsultantka, kims zywym, ludzmi',
  'prawdziw* osob*, zyw* osob*, botem, robotem, automatem, maszyna, komputerem, programem, sztuczna inteligencja',
)

const asks = createListener([
  { key: 'rozmawiam, pisze, gadam, koresponduje', near: ['czy', WITH_WHOM], unless: 'nie, chce, wole, moge, dlaczego' },
])

/** Whether a person or a machine answers is never left to likelihood: it always gets the truth. */
export const askIfHuman: Dialog = ({ words, knowledge }) =>
  knowledge.entries.has(TOPIC) && asks(words) ? { kind: 'smalltalk', topic: TOPIC } : undefined
