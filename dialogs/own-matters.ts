import { anyOf, type Wording } from './wording.ts'

// Ways to ask how one's own matter stands, in folded words. Each needs words that a general question does not have: whose
// it is, that it was handed in, or that somebody of the office is meant ("dostaliście").

/** Whose something is: the citizen's. */
export const MINE = 'moj*, moim, moich, swoj*, nasz, nasza, nasze, naszego, naszej, naszym'
const CASE =
  'sprawa, sprawy, sprawe, sprawie, wnios*, decyzj*, odwolan*, skarg*, pism*, podani*, zgloszen*, postepowan*'
const PAPER = anyOf(
  'pozwoleni*, dowod*, prawk*, prawo jazdy, prawa jazdy, kart*, papier*, dokument*, orzeczen*, zaswiadczen*, tablic*',
  'map*, wypis*, podzial*, rejestracj*, wplat*, dotacj*, legitymacj*, projekt*, pkk, przelew*, dofinansow*, zwrot*',
)
/** A case or its papers. */
export const THING = anyOf(CASE, PAPER)
const NOT_OF_A_CASE = 'cywiln*, prawn*, techniczn*, faktyczn*'
const KIN =
  'syn, syna, corka, corki, maz, meza, zona, zony, mama, mamy, tata, taty, ojciec, ojca, brat, siostra, klienta'
const OWNER = anyOf(MINE, KIN, 'mi, mnie, dla mnie, na mnie, nam, mam')

/** The past of whoever handed something in. */
export const FILED = anyOf(
  'zlozylem, zlozylam, zlozylismy, zlozyl, zlozyla, skladalem, skladalam, skladalismy, skladal, skladala, wyslalem',
  'wyslalam, wysylalem, wysylalam, wyslal, wyslala, zglosilem, zglosilam, zglaszalem, zglaszalam, wnioslem, wnioslam',
  'pisalem, pisalam, oddalem, oddalam, donioslem, donioslam, dostarczylem, dostarczylam, zaplacilem, zaplacilam, dalem',
  'dalam, wnioskowalem, wnioskowalam, zamawialem, zamawialam, zamowilem, zamowilam, bylem u was, bylam u was',
  'bylem na komisji, bylam na komisji, zdal egzamin, zdala egzamin, zdalem, zdalam, skladac papier',
)

/** What was answered: nothing. */
export const SILENCE = anyOf(
  'cisza, nic, do dzis, do dzisiaj, do tej pory, dotad, zero odzewu, brak odpowiedzi, nie dostalem, nie dostalam',
  'nie przyszl*, nie przyszedl, nie ma, bez odpowiedzi, nie odpisal*, nie odpowied*, nikt nie',
  'nie odezwal*, nie wiem czy, ciagle czekam',
)

/** What papers are when they can be fetched, and matters when they are done. */
export const READY = anyOf(
  'gotow*, niegotow*, do odbioru, do odebrania, rozpatrzon*, podpisan*, wyslan*, przyjet*, zalatwion*',
  'przyznan*, wydan*',
  'zarejestrowan*, przerejestrowan*, wyrejestrowan*, wpisan*, odnotowan*, przekazan*, poprawion*',
  'rozpatrzono, wydano, wyslano, przyznano, wpisano, zakonczon*, przelan*, aktywn*, zwolnion*',
  'przyszed*, przyszl*, doszed*, doszl*, dotar*, wplynel*, wplynal, zaksiegow*, zapisan*, jest u was',
  'sa u was, rozliczon*',
)

const SOMEBODY =
  'starosta, wojewoda, inspektor, naczelnik, komisja, urzednik, urzedniczka, ktos, pani, pan, sko, kolegium, dyrektor'

/** All of them, in no order. */
export const OWN_MATTERS: readonly Wording[] = [
  {
    key: 'status, stan, stanie, jakim etapie, jakim jest etapie, stan sprawy',
    near: ['sprawa, sprawy, sprawe, sprawie, wnios*, odwolan*, skarg*, podani*, zgloszeni*, postepowani*, zamowieni*'],
    unless: NOT_OF_A_CASE,
  },
  { key: 'status, stan, jakim etapie', near: [MINE, PAPER], unless: NOT_OF_A_CASE },
  {
    key: 'co z moj*, co z moim, co z nasz*, co z ta moj*, co z tym moim, dzieje z moj*, jak tam moj*, jak tam nasz*',
    near: [CASE],
    unless: 'po, jesli, jezeli, gdy',
  },
  { key: 'dzieje z, stalo z', near: [anyOf(MINE, 'nimi, nim, nia'), anyOf(THING, 'czekam')] },
  { key: 'wiadomo', near: ['cos', 'spraw*, moj*, czeka'] },
  {
    key: 'co dalej',
    near: ['numer wniosku, nr wniosku, numer sprawy, znak, mojej sprawie, moim wnios*'],
    unless: 'jesli, gdy',
  },
  {
    key: 'gdzie jest, gdzie sa, gdzie utkn*, gdzie teraz',
    near: [anyOf(MINE, KIN), THING],
    unless: 'numer*, druk, wzor',
  },
  {
    key: 'dlaczego, czemu',
    near: [
      anyOf(MINE, 'mi, mnie, tak dlugo'),
      anyOf(
        'odrzuc*, zawiesz*, stoi, utkn*, umorz*, odmow*, wstrzym*, nie ma, nie mam, lezy, zabral*',
        'pobran*, czekam, dostal*',
      ),
    ],
    unless: 'musi, musza',
  },
  { key: '*liscie, *lyscie', near: [anyOf(MINE, 'mi, mnie'), 'czy, kiedy, juz'], unless: 'jak, ile, wazn*, warzn*' },
  { key: '*liscie, *lyscie', near: [MINE, 'co'], unless: 'jak, ile, po co' },
  { key: 'kiedy', near: [MINE, '*icie, *ecie'] },
  { key: 'doszed*, doszl*, dotar*, wplynel*, wplynal', near: ['czy, juz', anyOf(THING, 'do was')] },
  { key: 'wyznaczono mi, wyznaczyliscie mi', near: ['czy, juz'] },
  { key: 'bez odpowiedzi', near: ['ja, dalej, ciagle, wciaz', 'mija, dni, miesi*, tygod*'] },
  { key: 'nikt nie odpowiada, nikt nie odpisuje', near: ['dlaczego, czemu', 'moj*, maile, pismo, pisma'] },
  { key: 'dajcie znac, daj znac', near: ['moj*, moje, gotow*'] },
  { key: 'dostala juz, dostal juz, ma juz', near: ['czy', 'pozwolenie, zgode'] },
  { key: 'aktualna, aktualny, aktualne', near: ['wizyt*, termin*, rezerwacj*'] },
  { key: 'sprawdzenie', near: [MINE, THING] },
  { key: 'co z moj*, co z moim, co z nim, co z nia, co z nimi', near: [anyOf(FILED, 'czekam, od * tyg')] },
  { key: 'utkn*', near: [THING, 'mi, gdzie, w systemie'] },
  {
    key: 'numer mojej sprawy, nr mojej sprawy, moj nr, moj numer',
    near: ['podac, podajcie, podaj, sprawy, pkk'],
    unless: 'gdzie, jak',
  },
  { key: 'odpowie, odpisze, odpowiedz*', near: ['kiedy, ktos', 'moj*, mojego, moja'], unless: 'jak, musi, powinien' },
  { key: 'widac', near: [MINE, 'czy, systemie'], unless: 'mapie, planie' },
  { key: 'nie przyszlo, nie przyszla, nie przyszedl, nie przyszly', near: ['mi, jeszcze', THING] },
  { key: 'zaleglos*', near: ['ile mam, jaka mam, jakie mam'] },
  { key: 'komisj*', near: ['kiedy bedzie, kiedy mam, na kiedy', 'moj*, mnie, mam'] },
  { key: '*liscie, *lyscie', near: ['dlaczego, czemu', anyOf(MINE, 'mi, mnie')] },
  {
    key: anyOf(
      'dostaliscie, otrzymaliscie, odebraliscie, mieliscie, wpisaliscie, przekazaliscie, zgubiliscie, wyslaliscie',
      'zrobiliscie, rozpatrzyliscie, obiecaliscie, odrzuciliscie, wydaliscie, wezwaliscie, pobraliscie',
    ),
    near: [anyOf(MINE, 'do mnie, mi, mnie, juz, wniosek, odwolanie, komplet')],
    unless: 'jak, ile mam, ile dni, jakie, skargi w',
  },
  {
    key: 'kiedy',
    near: [
      anyOf(MINE, KIN),
      THING,
      anyOf(
        'zalatwicie, wydacie, odpowiecie, rozpatrzycie, oddacie, wyslecie, przyslecie, dostane, odbiore, bedzie, beda',
        'przyjdzie, przyjda, gotow*',
      ),
    ],
  },
  {
    key: 'kiedy',
    near: [
      'odpiszecie, odpowiecie, odpisze, oddacie, wydacie, wyslecie, zalatwicie, podpiszecie, rozpatrzycie, zwrocicie',
    ],
    unless: 'jak',
  },
  {
    key: 'kiedy nowa decyzja, kiedy decyzja, kiedy odpowiedz',
    near: ['nr, numer, znak, dzialki, mojej, po uchyleniu'],
  },
  { key: 'kiedy dostane, kiedy odbiore, kiedy bede mial, kiedy bede miala', near: [FILED], unless: 'dzisiaj' },
  { key: 'ile jeszcze, jak dlugo jeszcze', near: ['czeka*'] },
  { key: 'czekam i czekam, ciagle czekam, wciaz czekam, czekam juz, od * czekam', near: [THING] },
  { key: 'czekac, czekam', near: ['kiedy gotow*, co z, i nic, ja czekac'] },
  {
    key: FILED,
    near: [
      anyOf(
        SILENCE,
        READY,
        'kiedy gotow*, kiedy dostane, doszl*, dotarl*, macie, kiedy staly, czy macie, kiedy bedzie',
      ),
    ],
    unless: 'ile dni, dzisiaj, nic nie zglos*, komus, znalaz*',
  },
  { key: SILENCE, near: [FILED], unless: 'nic nie zglos*, komus, znalaz*' },
  {
    key: anyOf(
      'nie dostalem jeszcze, nie dostalam jeszcze, mialo przyjsc, mialy byc, miala byc, mial byc',
      'mialam dostac, mialem dostac',
    ),
    near: [
      'od was, pisma, pismo, decyzj*, wczoraj, piatku, tablic*, telefon, sms, gotow*, srode, poniedzialek, wtorek',
    ],
  },
  { key: 'jest juz u was, jest u was, sa u was', near: ['dowod, dowod*, prawko, prawo jazdy, dokument*, okienku'] },
  { key: 'dlaczego dostal*, czemu dostal*, dlaczego nie mam, czemu nie mam', near: ['odmow*, decyzj*, jeszcze'] },
  { key: 'w aktach', near: [MINE, 'czy'], unless: 'jak' },
  {
    key: 'przyjedzie, przyjdzie',
    near: ['kiedy', 'geodeta, inspektor, komisja, urzednik', 'do mnie, do nas, mial, na dzialke'],
  },
  { key: 'utkn*', near: [MINE, THING] },
  { key: 'jeszcze czekac', near: [anyOf('mi zostalo', FILED)] },
  {
    key: READY,
    near: [MINE, anyOf(THING, 'auto, samochod, samochodu, stowarzyszen*, wizyt*')],
    unless: 'poczta, adres',
  },
  { key: READY, near: ['juz', anyOf(OWNER, 'czy, jest, zostal*')] },
  { key: READY, near: ['czy, juz, jest, kiedy', anyOf('numerze, nr, numer', KIN)] },
  { key: READY, near: ['na mnie, dla mnie, w mojej sprawie, mojego klienta', 'czy, juz'] },
  { key: 'niegotow*', near: [THING] },
  { key: 'przyznali mi, przyznano mi, odmowili mi', near: [anyOf('czy', MINE)] },
  { key: 'na kiedy', near: ['mam, mamy', 'komisj*, wizyt*, termin*, badani*, ogledziny'] },
  {
    key: 'mam, mialem, mialam, moja, moje, jestem',
    near: ['wizyt*, umowion*, rezerwacj*', 'na ktora, aktualn*, zapomn*, potwierdz*, potwierdzcie, jutro'],
    unless: 'jak, czy trzeba',
  },
  { key: 'potwierdzcie, potwierdz, potwierdzenie', near: ['moja, moje, moj', 'rezerwacj*, wizyt*, termin*'] },
  {
    key: 'sprawdz, sprawdzcie, sprawdzicie, sprawdzi, sprawdzic, zobacz, zobaczcie, mozesz zobaczyc, mozecie sprawdzic',
    near: [
      anyOf(MINE, 'mi, na mnie, na nazwisko, w komputerze, w systemie, system, nazwisko'),
      anyOf(THING, 'auto, samochod, pesel, podaniem'),
    ],
  },
  {
    key: 'sprawdzcie, sprawdzicie, sprawdz mi, sprawdzcie mi, sprawdzisz',
    near: [anyOf(THING, 'zakaz*, zbycie, system*, zaleg*, auto, samochod')],
  },
  {
    key: 'przyspieszcie, przyspieszycie, przyspieszyc, przyspieszenie',
    near: ['moj*, swoj*, nasz*'],
    unless: 'jak, gdzie',
  },
  { key: 'pilne rozpatrzenie, szybsze rozpatrzenie', near: [MINE] },
  {
    key: 'czy mam jakies, czy mam, mam jakies, mam cos, jaka jest',
    near: ['zobowiazan*, zaleglos*, zadluz*, zalegle'],
  },
  { key: 'ile mam zaplacic, ile mam do zaplaty, ile wynosi, ile place', near: ['moj*, nasz*'], unless: 'jak, jesli' },
  {
    key: 'do kiedy mam, kiedy konczy mi, kiedy konczy sie mi, kiedy traci',
    near: [anyOf('nie pamietam, wazn*, konczy mi', MINE), 'kart*, prawo jazdy, orzeczen*, zakaz*, badani*'],
  },
  { key: 'zakaz*', near: ['juz', 'skonczyl*, minal'], unless: 'jak, odzyskac' },
  {
    key: SOMEBODY,
    near: [
      'juz, czy',
      anyOf(
        'podpisal*, ogladal, ogladala, przygotowal*, poprawil*, wpisal*, zwrocil*, obejrzal*, rozpatrzyl*',
        'zapisal*, dostal*, zajal sie, zrobil*, wydal*',
      ),
      anyOf('moj*, moja, akta, decyzj*, sprawa, sprawe', MINE),
    ],
    unless: 'jak, kiedy musi',
  },
  {
    key: 'sasiad, sasiadka, sasiedzi, firma, inwestor',
    near: ['czy, juz', 'dostal, dostala, zlozyl, zlozyla, uzyskal, ma juz', 'pozwolen*, sprzeciw*, zgode, wniosek'],
    unless: 'musi, jak',
  },
  {
    key: 'mial, miala, miale*, obiecal*',
    near: [
      'oddzwonic, zadzwonic, przyjechac, przyjsc, dac znac, odpisac, odpowiedziec, przygotowac',
      'mi, mnie, do mnie, wtorek, poniedzialek, srode, czwartek, piatek, kiedy',
    ],
  },
  { key: 'oddzwoni', near: ['nie oddzwonil*, mowila, powiedziala'] },
  {
    key: 'kto, jak nazywa sie',
    near: [anyOf('prowadzi moj*, ma moj*, zajmuje sie moj*, prowadzi nasz*')],
    unless: 'jesli, nie wiem, ustalic, sam, ktory',
  },
  { key: 'ktos', near: ['zajmuje, zajal, odpisze, patrzyl', 'moim wnios*, moja spraw*, moj* skarg*, wnios*'] },
  {
    key: 'brakuje, braku, brakow',
    near: ['czego, co, jeszcze', 'moim wnios*, mojego wnios*, mojej, wszystko dalem, wszystko dalam, juz wszystko'],
  },
  {
    key: 'moge liczyc, moge przyjsc, moge przyjechac, moge odebrac, moge juz',
    near: [
      anyOf('po moj*, po swoj*, moja sprawa, jutro swoj*, juz po, juz odebrac, dzisiaj swoj*'),
      anyOf(THING, 'swoje, moje'),
    ],
    unless: 'za meza, za zone, w sobote',
  },
  {
    key: 'dostane dzisiaj, dostane dzis, dostane jutro, dostane ta, dostane te',
    near: [anyOf(MINE, 'czy')],
    unless: 'jak, ile',
  },
  {
    key: 'w mojej sprawie, w naszej sprawie, mojego klienta, mojego wniosku',
    near: ['decyzj*, kiedy, termin*, minal, cos, wydan*, dalej, rozpatrz*, stan*, stanu'],
    unless: 'jak, moge, gdzie',
  },
  { key: 'awizo', near: ['od was, wyslaliscie, zgubil*', 'co, kiedy, list'] },
  { key: 'zgubiliscie, zginelo, zaginelo', near: ['dokument*, papier*, wniosek, list*, wam'], unless: 'mi, ktos' },
  {
    key: 'nie widzi, nie ma, nie figuruje',
    near: ['moj*, pkk', 'osrodek, osk, szkola, systemie'],
    unless: 'jak, gdzie',
  },
  { key: 'jestem na liscie, jestesmy na liscie, jestem w waszej bazie, jestem w systemie' },
  {
    key: 'znak, numer wniosku, nr wniosku, wniosek nr, wniosku nr, numer podania, sprawa nr, numer zgloszenia',
    near: ['rozpatrz*, status, co dalej, dostalem, dostalam, informacj*, czy, kiedy, pilne'],
    unless: 'jaki, gdzie, jak, skad',
  },
]
