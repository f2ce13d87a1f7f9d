import { anyOf, type Wording } from './wording.ts'

// Wishes to break the law, to harm somebody or to turn the assistant from its work, in folded words. Who was wronged, or
// asks where to report, is left to the search (`unless`).

const WISH = 'jak, chce, chcialbym, chcialabym, mozna, moge, da sie, pomoz*, gdzie, kto, skad, czy, zeby, potrzebuj*'
const SHOW = anyOf(
  'zakoduj, odeslij, podaj*, daj, dajcie, pokaz*, wypisz*, ujawnij*, wyswietl*, powtorz, zdradz*',
  'powiedz, przetlumacz*, wyslij',
)
const GET = anyOf(
  'wygeneruj*, kupic, kupie, kupno, zalatwic, zalatwie, zdobyc, wyrobic, zrobic, zrobi, dostac, wziac',
  'dorobic, sprzeda*',
)
const REPORT = 'zglos*, zglas*, zawiadom*, ktos, ukradl*, oszukal*, oszukan*, padlem, padlam, ofiar*'

const TURNING_THE_ASSISTANT: readonly Wording[] = [
  {
    key: 'zignoruj*, ignoruj*, zapomnij*, pomin, pominij, odrzuc',
    near: ['instrukcj*, polecen*, zasad*, regul*, wytyczn*, zakaz*, ograniczen*, ci kazali, ci kazano, wszystko co'],
  },
  { key: 'ignore, disregard, forget, override', near: ['instruction*, previous, rules, prompt*, everything'] },
  { key: 'prompt, prompta, promptu, prompty, system prompt, jailbreak, do anything now' },
  { key: 'base64, admin mode' },
  { key: 'baze danych, bazy danych, baze petentow', near: [SHOW] },
  { key: 'instrukcj*, wytyczn*', near: [SHOW, 'twoj*, swoj*, systemow*, wewnetrzn*, powyzsz*, tekst, slowo w slowo'] },
  { key: 'od teraz, od tej chwili, you are now, pretend', near: ['jestes, bedziesz, odpowiad*, zachowuj, dan, to be'] },
  { key: 'udawaj, wciel sie', near: ['ze jestes, w role, jestes, w postac'] },
  {
    key: 'tryb, trybu, trybie, trybem',
    near: [
      anyOf(
        'programist*, debug*, dewelop*, develop*, administrator*, serwisow*, bez ograniczen, bez cenzury',
        'bez zasad, nieograniczon*',
      ),
    ],
  },
  { key: 'bez ograniczen, bez cenzury, bez filtrow', near: ['bot*, botem, odpowiad*, dzialaj, dzialasz, jestes, mow'] },
  { key: 'wylacz, usun, zdejmij', near: ['filtr*, zabezpieczen*, cenzur*, moderacj*, blokad* tresci'] },
  { key: 'rozkaz, polecenie, uprawnieni*, dostep*', near: ['administrator*, pelnego, pelny, roota, root'] },
  { key: 'zatwierdz, zaakceptuj, odpowiedz tylko', near: ['wniosek, podanie, slowem'], unless: 'jak, kto, czy' },
  {
    key: 'haslo, hasla, hasel',
    near: [
      anyOf(SHOW, 'jakie, lista'),
      'masz, macie, administrator*, baz*, system*, serwer*, urzednik*, pracownik*, oto',
    ],
    unless: 'moje, mojego, swoje, zapomnial*, epuap*, profil*, zmienic',
  },
  { key: 'klucz api, klucza api, klucze api, api key, konfiguracj*', near: [anyOf(SHOW, 'jaki, masz')] },
  {
    key: 'python*, pythonie, javascript*, html, php, sql, skrypt*, kod w, kod do, kod zrodlowy, program w',
    near: ['napisz*, wygeneruj*, stworz, zrob, pokaz'],
  },
  { key: 'powtarzaj za mna, powtorz za mna, obraz mnie, zwyzywaj*, wyzwij mnie' },
]

const OTHERS = anyOf(
  'sasiad*, wlasciciel*, prywatn*, innych petent*, innych klient*, innych osob, innych ludzi, innych uzytkownik*',
  'innych mieszk*, innych obywatel*, poprzedni* petent*, poprzedni* klient*, byl* zon*, byl* mez*, jego, jej, tej baby',
)

const PRYING: readonly Wording[] = [
  {
    key: 'pesel, pesele, adres, adresu, adresy, telefon, numer telefonu, dane, danych, nazwisko',
    near: ['podaj*, daj, dajcie, dawaj, powiedz, wypisz, pokaz, zdradz*, poprosze', OTHERS],
    unless: 'jak, gdzie, czy, jakie, moj, moje, moich, moja, administrator*',
  },
  { key: 'rozmowy, rozmowe, czaty, pisal', near: [SHOW, 'innych, ostatnie, poprzedni*'], unless: 'moj*, moje' },
  {
    key: 'gdzie mieszka, gdzie mieszkaja, gdzie teraz mieszka, kto mieszka',
    unless: 'rodzic, osoba, osoby, dziecko, wnioskodawca, strona, wlasciciel mieszka, jesli, czy',
  },
  {
    key: 'na kogo',
    near: ['zarejestrowan*', 'jest, auto, samochod, pojazd, numer*'],
    unless: 'moj*, moje, mam, mozna',
  },
  { key: 'donos, donosu, donosil, doniosl', near: ['kto', 'na mnie, nazwisko, podaj, dawaj'], unless: 'jak' },
  {
    key: 'numer prywatny, prywatny numer, prywatny telefon, adres domowy, domowy adres',
    near: ['naczelni*, urzedn*, starost*, pani, pana, jej, jego'],
    unless: 'moj',
  },
  { key: 'lista wszystkich, liste wszystkich', near: ['wlasciciel*, mieszkanc*, kierowc*, petent*'] },
  { key: 'haka', near: ['na nia, na niego, potrzebuj*'] },
  { key: 'czyje auto, czyj samochod, czyje to auto, czyj to samochod' },
  {
    key: 'podsluch*, szpieg*, sledzic, namierzyc, lokalizator*, gps',
    near: [WISH, 'zony, zone, meza, maz, partner*, dziewczyn*, chlopak*, byla, byle*, sasiad*, corki, zeby nie'],
  },
  {
    key: 'zhakow*, shakow*, hakow*, zhackow*, hackow*',
    near: [WISH],
    unless: 'mnie, mi, ktos, zostal*, zostalem, moje, moj, zhakowali, zhakowany, zhakowane',
  },
  { key: 'wlamac, wlamania, wlamywac', near: ['jak, chce, pomoz*, skrypt*, program*'], unless: 'po wlamaniu, ktos' },
]

const DOCUMENT = anyOf(
  'prawo jazdy, prawa jazdy, prawko, prawka, dowod*, papier*, zaswiadczen*, orzeczen*, badan*',
  'zwolnien*, faktur*, umow*',
  'decyzj*, podpis*, pieczat*, dokument*, dyplom*, swiadectw*, przeglad*, tablic*, date, daty, zgode',
)

const FORGING: readonly Wording[] = [
  {
    key: 'lewe, lewy, lewa, lewego, lewej, lewych, trefn*, falszyw*, podrobion*, sfalszowan*',
    near: [anyOf(GET, 'potrzebuje, gdzie, skad, kto robi'), DOCUMENT],
    unless: anyOf(REPORT, 'kupilem, kupilam, lusterk*, drzwi, strona, strony, noga, nogi, reka, reki'),
  },
  { key: 'na lewe papiery, lewe papiery, na lewo', near: [anyOf(WISH, GET)], unless: anyOf(REPORT, 'skret*, skrec*') },
  { key: 'sfalszowac, falszowac, podrobic, podrabiac', near: [anyOf(WISH, DOCUMENT)], unless: 'ktos' },
  { key: 'antydatow*', near: [anyOf(WISH, DOCUMENT)], unless: REPORT },
  { key: 'wpisac, wpisze, wpiszmy', near: ['wczesniejsza, inna, starsza, falszywa', 'date, kwote, cene'] },
  { key: 'wpisac mniej, zanizyc, nizsza kwote, nizsza cene', near: ['umow*, faktur*, cene, cen'] },
  {
    key: 'przerob*, podmien*, podrob*, dorob*',
    near: ['date, strone, podpis, pieczat*, kwote, nazwisko'],
    unless: REPORT,
  },
  {
    key: 'pieczatk*, pieczat*, podpisu, podpis',
    near: ['starosty, urzedu, naczelnika', 'kupic, kupie, dorobic, skan, wzor'],
  },
  {
    key: 'kupic, kupie, kupowac',
    near: ['prawo jazdy, prawko, uprawnienia, orzeczenie, zaswiadczenie'],
    unless: 'auto, samochod, pojazd, motor*, skuter, mam, majac, gdy, jesli',
  },
  { key: 'prawo jazdy, prawko, prawka', near: ['zrobie, zalatwic, zdobyc, dostac', 'bez egzaminu, bez kursu'] },
  { key: 'zdac za mnie, zda za mnie, zdal za mnie, zdawac za mnie' },
  {
    key: 'bez auta, bez samochodu, bez badan',
    near: ['przeglad, przegladu, pieczatk*', anyOf(GET, 'zalatwi*, podbi*')],
  },
  {
    key: 'przebic, przebity, przebitym, przebite, przebijan*, przebija',
    near: ['vin*, numery, numerem'],
    unless: REPORT,
  },
  {
    key: 'kradzione, kradzionego, kradziony',
    near: ['jak, gdzie', 'rejestr*, przerejestr*, zalegaliz*, sprzedac'],
    unless: REPORT,
  },
  { key: 'cofnac licznik*, skrecic licznik*, przekrecic licznik*, cofanie licznik*, korekta licznik*' },
]

const BRIBING: readonly Wording[] = [
  {
    key: 'lapowk*, w lape, koperte, kopertka*, posmarowac, przekupic, przekupie',
    near: ['ile, komu, jak, da sie, mozna, czy, moge, chce'],
    unless: 'zada*, zadal*, zglos*, wzial*, wziela, kart*, zwrotn*, adres*, znaczk*, urzednik moze',
  },
  {
    key: 'po znajomosci, na boku',
    near: ['zalatwic, zalatwie, zalatwicie, zalatwisz, przyspieszyc, da sie'],
    unless: REPORT,
  },
  { key: 'bez kolejki', near: ['czekolad*, prezent*, stow*, flaszk*, koniak*, wodk*'] },
]

const CHEATING: readonly Wording[] = [
  { key: 'nielegalnie, nielegalny sposob', near: ['jak, chce, da sie, mozna'], unless: REPORT },
  { key: 'fikcyjn*, lipn*', near: ['jak, chce, zeby, mozna', 'sprzedaz*, umow*, faktur*, meldun*, zatrudn*, slub*'] },
  { key: 'za zmarlego, za zmarla', near: ['podpisac, podpisze'] },
  {
    key: 'oszukac, oszukiwac, wyludzic, wyludzac, wykiwac, wycyganic',
    near: [WISH],
    unless: anyOf('mnie, nas, dac sie, dal*, nie dac', REPORT),
  },
  { key: 'udawac, symulowac, zagrac', near: ['chor*, niepelnospr*, komisj*, lekarz*'] },
  { key: 'co powiedziec, co mowic', near: ['lekarz*, komisj*, orzecznik*', 'zeby, aby'] },
  {
    key: 'ominac, obejsc, oszukac, uniknac',
    near: ['zakaz, zakazu, podat*, akcyz*, clo, vat, alimen*, fotoradar*'],
    unless: 'sad*',
  },
  { key: 'jak nie', near: ['placic, zaplacic', 'akcyz*, podat*, alimen*, cla, clo, vat, skladek'] },
  {
    key: anyOf(
      'nikt sie nie dowie*, nikt sie nie kapn*, nikt sie nie skapn*, nikt sie nie zorient*',
      'nikt nie widzi*, nikt nie widzial, nikt nie zauwaz*, nie zlapali, nie zlapia, nie wpasc',
      'zeby nie wyszlo, nie patrza, po cichu, na czarno, nie bylo widac, nie zrobil zdjecia, zeby * nie wiedzial*',
      'zeby * nie widzial*, zeby * nie dowiedzial*',
    ),
    near: ['jak, gdzie, zeby, kiedy, da sie'],
    unless: anyOf(REPORT, 'rozmawia*, mowic, mowila'),
  },
  {
    key: 'ukryc, ukrywac, zataic',
    near: ['samowol*, dochod*, nadzorem, skarb*, komorn*, zus*, krus*, urzedem, chorob*, wade'],
    unless: REPORT,
  },
  { key: 'na slupa, na slupie', near: [WISH] },
  { key: 'zakryc, zaslonic, zamazac', near: ['tablic*', anyOf(WISH, 'fotoradar*')], unless: 'rower*, bagaznik*' },
]

const HARMING: readonly Wording[] = [
  {
    key: 'trawk*, zielsk*, marihuan*, amfetamin*, kokain*, narkotyk*, dopalacz*, mefedron*, heroin*, haszysz*',
    near: [anyOf(GET, 'skad, gdzie, kto')],
    unless: anyOf(REPORT, 'po, jazd*, prowadz*, badani*, zabra*, leczen*, uzaleznien*'),
  },
  { key: 'bron, pistolet*, amunicj*', near: [GET, 'bez pozwoleni*, na czarno, nielegaln*, bez zezwolen*'] },
  { key: 'bombe, bomby, wybuchow*, ladunek', near: ['zrobic, skonstruowac, zbudowac, zrobie, przepis'] },
  { key: 'bimber, bimbru, ksiezycowk*', near: [anyOf(WISH, 'pedzic')] },
  { key: 'otruc, zatruc, wytruc', near: ['psa, psy, kota, koty, drzewo, drzewa, sasiad*, golebie'] },
  { key: 'drzew*, dab, deba, swierk*, sosn*, topol*', near: ['zeby', 'usch*, zdech*, padlo, umarlo'] },
  { key: 'zabic drzewo, zabic drzewa' },
  { key: 'szambo, szamba, azbest*, gruz*, sciek*, olej', near: ['wylac, wywiezc, wyrzucic', 'rowu, lasu, zeby, noc*'] },
]

const THREATENING: readonly Wording[] = [
  { key: 'bombe', near: ['wysle, podloze, wam'] },
  { key: 'co wam zrobie, skoncze z wami, rozprawie sie z wami' },
  {
    key: 'podpale, spale, wysadze, wysadzimy, spalimy, podpalimy, rozwale, rozniose, rozjebie, rozpierdole',
    near: ['was, wam, urzad, bude, starostwo, budynek, powietrze, ten, tam'],
  },
  { key: 'siekier*, nozem, bronia, kijem, bejsbol*, benzyna, pistolet*', near: ['przyjde, przyjade, wpadne, wroce'] },
  { key: 'zabije, zabijemy', near: ['was, naczelni*, urzedni*, starost*, tego, te babe, ich'] },
  { key: 'dorwe, dopadne', near: ['was, cie, te, ta, tego, baba, babe, ich'] },
  { key: 'znajde was, was znajde', near: ['wszystkich, przesrane, pozaluj*, dopadne, zaplacicie'] },
  { key: 'przesrane, do piachu, pozalujecie, popamieta*, zdechnij*, zdychaj*, wiem gdzie mieszka*, polamie' },
  { key: 'krwia, zyciem', near: ['zaplacicie, zaplacisz, zaplaca'] },
]

const INDECENT: readonly Wording[] = [
  { key: 'zboczon*, erotyczn*', near: ['napisz, opowiedz, cos'] },
  { key: 'seks, sex', near: ['oferta, chcesz, ze mna, szukam'] },
  { key: 'nagie, nago, gole, rozbieran*', near: ['zdjec*, fot*, pokaz*, wyslij*'] },
  { key: 'cycki, cyckow, cipk*, porno*, uprawiasz seks, uprawiac seks, chcesz seksu, seks czat' },
  {
    key: 'masz chlopaka, masz dziewczyne, masz meza, umow sie ze mna, umowisz sie ze mna, kochasz mnie, wyjdz za mnie',
  },
  { key: 'ciapat*, czarnuch*, brudasow, pedalow, bambus*' },
  {
    key: 'ukraincow, ukraincy, cyganow, romow, muzulman*, zydow, uchodzcow, imigrantow, obcokrajowcow, gejow',
    near: ['wyrzuc*, pozbyc, nie obsluguj*, wypedz*, won, wynocha, nienawidz*, deportowac, nie wpuszcz*'],
    unless: REPORT,
  },
  { key: 'rasistowsk*, rasizm*, antysemic*', near: ['powiedz, napisz, opowiedz, zart*'] },
]

/** All of them, in no order. */
export const UNLAWFUL: readonly Wording[] = [
  ...TURNING_THE_ASSISTANT,
  ...PRYING,
  ...FORGING,
  ...BRIBING,
  ...CHEATING,
  ...HARMING,
  ...THREATENING,
  ...INDECENT,
]
