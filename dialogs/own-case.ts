import { fold } from '../knowledge/polish/fold.ts'
import type { Dialog } from './dialog.ts'
import { anyOf, createListener, createVocabulary, mend, type Wording } from './wording.ts'

const MINE = 'moj*, moim, moich, swoj*, nasz, nasza, nasze, naszego, naszej, naszym'
const CASE =
  'sprawa, sprawy, sprawe, sprawie, wnios*, decyzj*, odwolan*, skarg*, pism*, podani*, zgloszen*, postepowan*'
const PAPER = anyOf(
  'pozwoleni*, dowod*, prawk*, prawo jazdy, prawa jazdy, kart*, papier*, dokument*, orzeczen*, zaswiadczen*, tablic*',
  'map*, wypis*, podzial*, rejestracj*, wplat*, dotacj*, legitymacj*, projekt*',
)
const THING = anyOf(CASE, PAPER)
const NOT_OF_A_CASE = 'cywiln*, prawn*, techniczn*, faktyczn*'

/** Ways to ask how one's own matter stands. Each needs words that a general question does not have. */
const QUESTIONS: readonly Wording[] = [
  {
    key: 'status, stan, jakim etapie, jakim jest etapie',
    near: ['sprawa, sprawy, sprawe, sprawie, wnios*, odwolan*, skarg*, podani*, zgloszeni*, postepowani*'],
    unless: NOT_OF_A_CASE,
  },
  { key: 'status, stan, jakim etapie', near: [MINE, PAPER], unless: NOT_OF_A_CASE },
  {
    key: 'co z moj*, co z moim, co z nasz*, co z ta moj*, dzieje z moj*',
    near: [CASE],
    unless: 'po, jesli, jezeli, gdy, jak',
  },
  { key: 'gdzie jest, gdzie sa, gdzie utkn*', near: [MINE, THING], unless: 'numer*, druk, wzor' },
  {
    key: 'dlaczego, czemu',
    near: [anyOf(MINE, 'mi, mnie'), 'odrzuc*, zawiesz*, stoi, utkn*, umorz*, odmow*, wstrzym*, nie ma, lezy, zabral*'],
  },
  { key: '*liscie, *lyscie', near: ['dlaczego, czemu', anyOf(MINE, 'mi, mnie')] },
  { key: 'dostaliscie, otrzymaliscie, odebraliscie, mieliscie', near: [anyOf(MINE, 'do mnie')] },
  {
    key: 'kiedy',
    near: [
      MINE,
      THING,
      anyOf(
        'zalatwicie, wydacie, odpowiecie, rozpatrzycie, oddacie, wyslecie, przyslecie, dostane, odbiore, bedzie, beda',
        'przyjdzie, przyjda, gotow*',
      ),
    ],
  },
  { key: 'ile jeszcze, jak dlugo jeszcze', near: ['czeka*'] },
  { key: 'gotow*, do odbioru, do odebrania', near: [MINE, THING] },
  {
    key: 'przyszed*, przyszl*, doszed*, doszl*, dotar*, wplynel*, zaksiegow*',
    near: [MINE, THING, 'czy, juz, jest, sa, kiedy'],
  },
  {
    key: 'rozpatrzon*, podpisan*, wyslan*, przyjet*, zalatwion*, przyznan*, wydan*, zarejestrowan*, wyrejestrowan*',
    near: ['juz', MINE, 'czy, jest, zostal*'],
  },
  { key: 'przyznali mi, przyznano mi, odmowili mi', near: [anyOf('czy', MINE)] },
  { key: 'na kiedy', near: ['mam, mamy', 'komisj*, wizyt*, termin*, badani*, ogledziny'] },
  {
    key: 'sprawdz, sprawdzcie, sprawdzicie, mozesz zobaczyc, mozecie sprawdzic',
    near: [MINE, anyOf(THING, 'auto, samochod')],
  },
]

/** How a matter is followed or fetched by another is a general question; a pension is another office's matter. */
const asksOtherwise = createListener([
  { key: 'jak, gdzie', near: ['sprawdzic, sprawdze, sprawdzam, dowiedziec, sledzic'] },
  {
    key: 'odebrac, odbierze',
    near: ['ktos, inny, maz, zona, syn, corka, mama, tata, brat, siostra, pelnomocnik*, za mnie'],
  },
  { key: 'rencie, renta, rente, renty, emerytur*, zus, krus' },
])
const asksAboutOwn = createListener(QUESTIONS)

/** "No i co z moją kartą?" asks it only where nothing else is said. */
const saysWhatBecame = createListener([{ key: 'co z', near: [MINE, anyOf(THING, 'prawem jazdy')] }])
const isOnlyWhatBecame = createVocabulary(
  anyOf('halo, no, i, a, to, co z, juz, ta, tym', MINE, THING, 'prawem jazdy, rejestracyjn*, parkingow*, na budowe'),
)

/** So does "złożyłem wniosek i cisza". */
const FILED = 'zlozylem, zlozylam, skladalem, skladalam, wyslalem, wyslalam'
const saysFiled = createListener([{ key: FILED, near: [THING] }])
const isOnlyFiled = createVocabulary(
  anyOf(FILED, THING, 'a, ja, juz, i, czekam, nic, cisza, u was, do was, dawno, wczoraj, tydzien temu, miesiac temu'),
)

/** The office's sign of a case, such as AB.6740.118.2026: a department, a class of four digits, a number. */
const SIGN = /(?<![\p{L}\p{N}])\p{L}{1,5}\.(?!19|20)\d{4}\.\d/u

/** A case named by digits: "znak sprawy 6740/301". */
const NUMBERED = /(?:(?:znak|nr|numer) sprawy|spraw[aey]|sprawie):? (?:nr )?(?!19|20)\d{4}[./]\d/

const OFTEN_MISSPELT = ['wniosek', 'gotowe', 'gotowy', 'gotowa']

/** Only the office knows how a citizen's own matter stands. General questions about such matters are left alone. */
export const ownCase: Dialog = ({ text, words: written }) => {
  const said = mend(written, OFTEN_MISSPELT)
  const isOwn =
    (asksAboutOwn(said) && !asksOtherwise(said)) ||
    (saysWhatBecame(said) && isOnlyWhatBecame(said)) ||
    (saysFiled(said) && isOnlyFiled(said)) ||
    SIGN.test(text) ||
    NUMBERED.test(fold(text))
  return isOwn ? { kind: 'handoff', reason: 'own-case', topic: null } : undefined
}
