import type { Dialog } from './dialog.ts'
import { createListener } from './wording.ts'

const COURT = 'sad, sadu, sadzie, sadem, sedzi*'
const LETTER = 'odwolanie, odwolania, pozew, pozwu, skarge, sprzeciw, zazalenie, apelacje'

/** The plainest wishes for advice in a dispute; the rest is left to the search. */
const asksForAdvice = createListener([
  { key: 'napisz za mnie, napiszcie za mnie, napisac za mnie' },
  { key: 'napisz, napiszcie, sporzadzcie, sporzadzenie', near: [LETTER], unless: 'jak, gdzie, czy, wzor, jaki*' },
  { key: 'argument*', near: ['jaki*, jakich', `${COURT}, odwolani*, przyznal*, uzyc`] },
  {
    key: 'ma racje, mial racje, jest winny',
    near: ['kto, ktora ze stron', 'spor, sporze, sasiad*, brat*, spad*, stluczk*, mame, mamie'],
  },
  { key: 'wygram, wygrac, wygramy, szanse na wygran*', near: [`${COURT}, sprawe, proces, kolegium, sasiad*`] },
  { key: 'kupiec, kupujacy, nabywca', near: ['zwrot*, oddac, odda*', 'kasy, pieniedzy, pieniadze', 'musze, mam'] },
])

/** Disputes are not judged here, and letters are not written for one side. */
export const legalAdvice: Dialog = ({ words }) =>
  asksForAdvice(words) ? { kind: 'handoff', reason: 'legal-advice', topic: null } : undefined
