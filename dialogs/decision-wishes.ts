import type { Wording } from './wording.ts'

// Ways to ask for a decision, in folded words: somebody of the office is told to decide. Questions about how it goes are none.

const A_QUESTION = 'jak, kto, kiedy, ile, gdzie, kogo, komu, ktory, musze, trzeba, mozna'
const TO_ME = 'mi, nam, mnie, mojej, mojemu, moje, moja, moj, naszej, nasz'

/** Asked of a machine that must never decide. */
export const DECISION_WISHES: readonly Wording[] = [
  {
    key: 'wydaj, wydajcie, wydac',
    near: ['mi, nam, prosze', 'decyzj*, pozwoleni*, zgod*, postanowieni*'],
    unless: A_QUESTION,
  },
  { key: 'przyznaj, przyznajcie, przyznacie, przyznac', near: [TO_ME], unless: `${A_QUESTION}, sie, sad` },
  { key: 'rozpatrz, rozpatrzcie, rozstrzygnij, rozstrzygnijcie', near: [TO_ME], unless: A_QUESTION },
  { key: 'zdecyduj, zdecydujcie', unless: A_QUESTION },
  {
    key: 'umorz, umorzcie, anuluj, anulujcie, odrocz, odroczcie, uniewaznij, uniewaznijcie, uchyl, uchylcie, zmien, zmiencie',
    near: ['kar*, oplat*, mandat*, decyzj*, termin*, grzywn*, naleznosc*'],
    unless: A_QUESTION,
  },
  { key: 'zwolnij mnie, zwolnijcie mnie, zwolnic mnie', near: ['oplat*, kary, kar, obowiazk*'], unless: A_QUESTION },
  { key: 'zatwierdz, zatwierdzcie', near: ['projekt*, plan*, wnios*'], unless: A_QUESTION },
  {
    key: 'potwierdz ze, potwierdzcie ze',
    near: ['spelniam, przysluguje, nalezy, mam prawo, moge'],
    unless: A_QUESTION,
  },
]
