import { fold } from '../knowledge/polish/fold.ts'
import { DECISION_WISHES } from './decision-wishes.ts'
import type { Dialog } from './dialog.ts'
import { FILED, MINE, OWN_MATTERS, READY, SILENCE, THING } from './own-matters.ts'
import { anyOf, createListener, createMender, createVocabulary } from './wording.ts'

/** Whoever asks for a way on, for terms, or after another office's matter asks in general, though a case is told. */
const asksOtherwise = createListener([
  { key: 'jak, gdzie', near: ['sprawdzic, sprawdze, sprawdzam, dowiedziec, sledzic'] },
  {
    key: 'odebrac, odbierze',
    near: ['ktos, inny, maz, zona, syn, corka, mama, tata, brat, siostra, pelnomocnik*, za mnie, za niego, za nia'],
  },
  { key: 'rencie, renta, rente, renty, emerytur*, zus, krus, wod polskich, wodach polskich, gmina, innego miasta, wz' },
  { key: 'odwolac sie, sie odwolac, od tego odwolac, zaskarz*, zakwestion*, poskarz*, gdzie odwolanie, srodek prawny' },
  { key: 'co zrobic, co robic, co teraz, co mam, co ja mam, co moge zrobic, jakie mam, mam prawo, domagac, domagam' },
  {
    key: anyOf(
      'ile dni, ile urzad, ile czasu, ile mam dni, ile mam czasu, ile mam na, ile mamy, ile wy macie',
      'ile to, ile moze, ile sie, jaki macie, jakie macie, jakie sa, macie w ogole',
    ),
  },
  { key: 'termin*', near: ['jaki, jakie, jakim, jakies'], unless: 'mojej sprawy, mojej sprawie' },
  {
    key: 'gdzie, komu, do kogo, kogo',
    near: ['zglosic, napisac, skarg*, odda*, zlozyc, pytac, zapytac, sie'],
    unless: 'jest, sa, utkn*',
  },
  {
    key: anyOf(
      'jak to, jak ma, jak mam, jak je, jak go, jak ja, jak moge, jak sie, jak zlozyc, jak napisac',
      'jak odzyskac, jak uzupelnic',
    ),
  },
  { key: 'dostane kare, zaplace kare, kto odpowie, moge zaczac, moge odwolac, wystarczy, moge zlozyc, moge napisac' },
  {
    key: anyOf(
      'co sie stanie, niesprawiedliw*, procedur*, ktory to punkt, czy musze, czy ja musze, musze kogos',
      'czy * zona musi',
    ),
  },
])
const asksAboutOwn = createListener(OWN_MATTERS)
const asksForDecision = createListener(DECISION_WISHES)

/** A story of something handed in, and of no answer to it. */
const tellsOfFiling = createListener([{ key: FILED }])
const tellsOfWaiting = createListener([
  { key: SILENCE, unless: 'nic, nie ma' },
  { key: 'co z moj*, dzieje z moi*, potwierdzicie, przyjeli, gdzie utkn*' },
  { key: 'moge juz, mozna juz, juz moge' },
  { key: 'juz sa, sa juz, juz jest, jest juz' },
  { key: READY, near: ['czy, kiedy', 'juz, jest, sa, jednak, jego, jej'] },
])

/** A number plate: "FSW 12345". */
const PLATE = /\b[A-Z]{2,3} ?\d[\dA-Z]{3,4}\b/
const asksWhetherReady = createListener([{ key: 'gotow*, odebrac, do odbioru, przyszed*, przyszl*' }])

/** "No i co z moją kartą?" asks it only where nothing else is said. */
const saysWhatBecame = createListener([{ key: 'co z', near: [MINE, anyOf(THING, 'prawem jazdy')] }])
const isOnlyWhatBecame = createVocabulary(
  anyOf('halo, no, i, a, to, co z, juz, ta, tym', MINE, THING, 'prawem jazdy, rejestracyjn*, parkingow*, na budowe'),
)

/** So does "złożyłem wniosek i cisza". */
const saysFiled = createListener([{ key: FILED, near: [THING] }])
const isOnlyFiled = createVocabulary(
  anyOf(FILED, THING, 'a, ja, juz, i, czekam, nic, cisza, u was, do was, dawno, wczoraj, tydzien temu, miesiac temu'),
)

/** The office's sign of a case, such as AB.6740.118.2026: a department, a class of four digits, a number. */
const SIGN = /(?<![\p{L}\p{N}])\p{L}{1,5}\.(?!19|20)\d{4}\.\d/u

/** A case named by digits: "znak sprawy 6740/301". */
const NUMBERED = /(?:(?:znak|nr|numer) sprawy|spraw[aey]|sprawie):? (?:nr )?(?!19|20)\d{4}[./]\d/

const OFTEN_MISSPELT = ['wniosek', 'gotowe', 'gotowy', 'gotowa']
const mend = createMender(OFTEN_MISSPELT)

/** Only the office knows how a citizen's own matter stands. General questions about such matters are left alone. */
export const ownCase: Dialog = ({ text, words: written }) => {
  const said = mend(written)
  const isOwn =
    ((asksAboutOwn(said) || (tellsOfFiling(said) && tellsOfWaiting(said))) && !asksOtherwise(said)) ||
    asksForDecision(said) ||
    (PLATE.test(text) && asksWhetherReady(said)) ||
    (saysWhatBecame(said) && isOnlyWhatBecame(said)) ||
    (saysFiled(said) && isOnlyFiled(said)) ||
    SIGN.test(text) ||
    NUMBERED.test(fold(text))
  return isOwn ? { kind: 'handoff', reason: 'own-case', topic: null } : undefined
}
