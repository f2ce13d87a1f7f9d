import { anyOf, type Wording } from './wording.ts'

// Wishes for advice in a dispute, in folded words: what are my chances, who is right, what should I write, what may they do
// to me. How an appeal is lodged, until when and with whom are questions about procedure, and left to the search.

const COURT = 'sad, sadu, sadzie, sadem, sadach, sedzi*, wsa, nsa, trybunal*, rozpraw*, proces, procesie'
const LETTER =
  'odwolanie, odwolania, odwolaniu, pozew, pozwu, skarge, sprzeciw, zazalenie, apelacje, pismo procesowe, uzasadnieni*'
const OPPONENT = anyOf(
  'sasiad*, brat, brata, bratem, siostr*, rodzenst*, szwagi*, szwagr*, tesc*, synow*, ziec*, maz, meza',
  'mezem, zona, zony',
  'byly maz, byla zona, ojciec dziecka, matka dziecka, syn, syna, corka, dzieci, wspolnik*, wspolwlascic*, pracodawc*',
  'szef*, bank, banku, komornik*, windykac*, deweloper*, dewoloper*, sprzedaw*, sprzedajac*, wykonawc*, mechanik*',
  'ubezpieczyc*, ubezpieczaln*, wlasciciel*, lokator*, najemc*, wspolnot*, kupiec, kupca, kupujac*, nabywc*, gmin*',
)
const OFFICE = 'urzad, urzedu, urzedem, urzednik*, urzednicz*, starost*, organ, organu, gmina, gmine, decyzj*'
const MONEY = 'kasy, kase, pieniedzy, pieniadze, zaliczk*, zadat*, kaucj*, dlug*, zl, zlotych, kredyt*, czynsz*, raty'

/** Signs of a matter that the office itself handles though a dispute is named in it. */
const OFFICIAL = anyOf(
  'ewidencj*, wypis*, mapa, mapy, mape, wpis, wpisu, formularz*, wzor, druk, oplat*, dowod*, tablic*, kart*',
  'zarejestr*, rejestr*, przerejestr*',
)
const WHERE = 'gdzie, do kogo, adres, wzor, termin, w jakim terminie, ile dni, ile mam czasu'

const CHANCES: readonly Wording[] = [
  {
    key: 'wygram, wygra, wygrac, wygramy, wygralbym, wygralabym, wygrania',
    unless: 'przetarg*, urzad, wybor*, konkurs*, mecz*, lott*, loter*',
  },
  { key: 'szans*', near: [anyOf(COURT, 'wygran*, odszkodow*, odwolani*, spraw*, uchyl*, wygr*, pozw*')] },
  {
    key: 'warto, oplaca sie, jest sens, ma sens, lepiej, lepsze',
    near: [
      anyOf(
        'odwolywac, odwolac sie, sie odwolac, skarga, skarge, skarzyc, zaskarzyc, sadzic, procesowac',
        'adwokat*, mecenas*, rozwod*, separacj*, ugod*, walczyc o',
        'darowizn*, testament*, spadek, przepisac dom, przepisac mieszkanie, dzieci, pozwac, cywilna, karna, prokurat*',
      ),
    ],
    unless: WHERE,
  },
  { key: 'strategi*, taktyk*', near: ['spor*, sad*, proces*, urzed*, przyjac'] },
  { key: 'przyzna, przyznal, przyznac', near: ['sad, sedzia', 'racje, mi, mnie, dzieci'] },
]

const JUDGEMENTS: readonly Wording[] = [
  { key: 'zastosowanie', near: ['art, przepis*, paragraf*', 'sporze, mojej, moim, miedzy'] },
  { key: 'wyrok*, orzecznictw*', near: ['pasuje, mojego przypadku, szans*, wedlug'] },
  { key: 'moim zdaniem', near: ['wadliw*, bledn*, niezgodn*, bezprawn*'] },
  {
    key: 'spor o, sporze z, sporze miedzy, konfliktu z, konflikcie z, kloce, kloci sie',
    near: [anyOf(OPPONENT, 'urzed*'), anyOf(COURT, 'przepis*, rozporzadz*, interpret*, art, papierach')],
  },
  {
    key: 'kto ma racje, kto mial racje, kto tu ma racje, ktora ze stron ma racje',
    near: [anyOf(OPPONENT, COURT, OFFICE, 'spor*, droge, dojazd*, miedz*, stluczk*, mame, mamie, spad*')],
  },
  {
    key: 'mam racje, mialem racje, mialam racje, jest winny, ponosi wine, ponosi odpowiedzialnosc',
    near: [anyOf('kto, ja, czy, bledn*', OPPONENT)],
    unless: 'obywatel ma',
  },
  {
    key: 'bezprawn*, bezpodstawn*',
    near: [anyOf(OFFICE, OPPONENT, 'udowodn*, czy, jak')],
    unless: WHERE,
  },
  {
    key: 'zgodna z prawem, zgodne z prawem, zgodnie z prawem, zlamal* prawo',
    near: [anyOf('decyzja, ktora, to, czy', OPPONENT)],
    unless: 'altan*, garaz*, budow*, postawic, jak zlozyc, urzad ma, urzedy',
  },
  { key: 'czy to legalne, czy to jest legalne, to legalne ze, legalnie mnie' },
  {
    key: 'naruszyl*, naruszono, zlamal*, zlamano',
    near: ['prawo, prawa, przepis*, kpa, procedur*', anyOf(OFFICE, 'czy, moje')],
    unless: 'ruchu, drogow*, mandat*',
  },
  {
    key: 'niewazna, niewazne, niewazny, uniewazn*, wazna, wazne',
    near: [anyOf('podwaz*, umow* ustn*, ustna, bez podpisu, bez mojej zgody, na gebe')],
    unless: OFFICIAL,
  },
  {
    key: 'mial prawo, miala prawo, mieli prawo, mialo prawo',
    near: ['czy'],
    unless: 'urzednik*, urzednicz*, pracowni*, inspektor*, dane',
  },
  {
    key: 'czy',
    near: [
      OPPONENT,
      'moze, moga, ma prawo, maja prawo',
      'zabronic, zabrania*, zakazac, zabrac, wyrzucic, odebrac, wypowiedziec, zajac, zmusic, sprzedac, odmowic mi',
    ],
    unless: anyOf(OFFICIAL, 'odebrac moj*, odebrac za, upowazn*, pelnomocn*'),
  },
  {
    key: 'czy mam prawo, czy ja mam prawo, jakie mam prawa, jakie sa moje prawa, mam prawo',
    near: ['domu, mieszkani*, spadk*, wnuk*, dzieci, alimen*, zachow*, zadac, zwrotu, majatk*'],
  },
]

const ADVICE: readonly Wording[] = [
  {
    key: 'poradz, poradzcie, doradz, doradzcie, poradzisz, doradzisz, radzicie, radzisz, doradza',
    unless: anyOf(WHERE, 'jakie dokumenty, jaki wniosek, w ktorym'),
  },
  {
    key: 'doradzic, poradzic',
    near: ['prawn*, prawo, mecenas*, adwokat*, prawnik*, spraw*, sporz*'],
    unless: 'gdzie, kto',
  },
  { key: 'opinia prawna, opinie prawna, opinii prawnej, analize prawna, analiza prawna' },
  {
    key: 'interpretac*, interpretow*, zinterpretow*, wykladni*',
    near: ['art, par, przepis*, rozporzadz*, ustaw*, prawa, pojeci*, mojej, sporze, decyzj*'],
    unless: 'podatk*, skarbow*',
  },
  {
    key: 'ocenic, ocencie, ocen, ocenisz, sprawdzic, sprawdzicie, sprawdz',
    near: ['umow*, decyzj*, ugod*', 'haczyk*, dobra, prawn*, korzystn*, uczciw*, ocenic, ocencie, ocen, ocenisz'],
  },
  { key: 'ugode, ugody, ugoda, aneks*', near: ['podpis*, zgodzic, przyjac, zawrzec'] },
  {
    key: 'co mam zrobic, co mam robic, co mi radzic',
    near: ['ta decyzj*, w sporze, z sasiad*, z tym sasiad*, pozw*, w mojej sytuacji'],
  },
  { key: 'napisz za mnie, napiszcie za mnie, napisac za mnie' },
  { key: 'napisz, napiszcie, sporzadzcie, sporzadzenie', near: [LETTER], unless: 'jak, gdzie, czy, wzor, jaki*' },
  {
    key: 'napisac, napisz, sformulowac, wpisac, odpowiedziec, odpisac, ulozyc, pomoz*',
    near: [LETTER, 'zeby, aby, argument*, uchyli*, przeszlo, wygra*, zasiedzen*, meza, zony, zaplate'],
  },
  {
    key: 'pozew, pozwu, apelacj*, skarge kasac*',
    near: ['napisac, napisz, sformulowac, odpowied*, podstaw*, sporzadz*'],
    unless: 'gdzie, alimen*, za darmo',
  },
  {
    key: 'argument*, powolac',
    near: [anyOf(COURT, 'jaki*, jakich, na co'), anyOf(COURT, 'odwolani*, przyznal*, uzyc, przeciw*, uchyli*, podac')],
  },
  {
    key: 'adwokat*, mecenas*, prawnik*',
    near: ['jaki, jakiego, dobry, dobrego, polec*, wziac, lepiej, najlepsz*, rozwod*, rozwodu, odmowic'],
    unless: 'darmow*, bezplatn*, nieodplatn*, umowic, zapisac',
  },
  { key: 'jaki paragraf, ktory paragraf, jakie paragrafy', near: [OPPONENT] },
]

const FIGHTS: readonly Wording[] = [
  {
    key: 'do sadu, w sadzie, przed sadem',
    near: ['isc, pojde, pojdziemy, pojsc, podac, oddac sprawe', 'czy, moge, lepiej, oplaca, warto, kto, jak, odpuscic'],
    unless: 'akta, odpis, wpis*, wieczyst*, skarg*, administracyjn*, gdzie',
  },
  { key: 'nie chce sie wyniesc, nie chce sie wyprowadzic, co mi wolno' },
  {
    key: 'musze jej dac, musze mu dac, musze im dac, polowe auta, polowe domu, polowe dzialki',
    near: ['rozwod*, chce, musze'],
  },
  { key: 'chce oddac auto, chce zwrocic auto, chce zwrotu', near: ['kupiec, kupuj*, nabywc*'] },
  {
    key: 'kto zaplaci, kto za to odpowiada, kto teraz za to odpowiada, kto odpowiada',
    near: ['drzewo, pies, kury, szkod*, sasiad*, spad*, pogryz*, zalal*'],
  },
  { key: 'rekojm*, rekojmi', near: ['podstaw*, czy, mam'], unless: 'rzecznik*' },
  { key: 'mam podstawy, mial podstawy, miala podstawy, mieli podstawy', unless: 'prawne przetwarz*' },
  { key: 'pismo procesowe, bedzie dowodem', near: [anyOf(COURT, 'ocen*, moje, spraw*')] },
  { key: 'odkrecic', near: ['darowizn*, umow*, sprzedaz*'] },
  { key: 'pod presja, z demencja, pod przymusem', near: ['umow*, ugod*, testament*, podpis*'] },
  {
    key: 'pozwac, pozwe, pozywac, pozwiemy, pozwalem, pozwalam, pozwal, pozwie',
    unless: 'gdzie, nie pozwal*, pozwalam na, pozwalam sobie, pozwal mi, pozwal na',
  },
  {
    key: 'zaskarzyc, zaskarz*, skarzyc',
    near: [anyOf('czy moge, moge ich, moge go, czy jest sens', 'uchwal*, prokurat*, wspolnot*')],
    unless: WHERE,
  },
  {
    key: 'podwazyc, podwazenie, podwazam, obalic, zbic',
    near: [anyOf(LETTER, OFFICE, COURT, OPPONENT, 'testament*, umow*, opini*, moge to')],
  },
  {
    key: 'wybronic, dochodzic roszcz*, pociagnac * do, ugryzc, sadzic sie, sie sadzic',
  },
  { key: 'walczyc', near: [anyOf('jak, czy', 'o to, o swoje'), anyOf(OFFICE, OPPONENT, COURT)] },
  { key: 'zmusic, przymusic, wyegzekwowac', near: [anyOf(OPPONENT, 'jak go, jak ja, jak ich')], unless: OFFICE },
  { key: 'udowodnic', near: ['bezprawn*, win*, klam*, urzednik*, sasiad*, sadzie'] },
  { key: 'obejsc, uniknac, skrocic', near: [COURT] },
  {
    key: 'zadac, domagac, nalezy mi sie, naleza mi sie, dostane, ile dostane',
    near: ['odszkodow*, pieniadze od, zadoscuczyn*, podwojn*, zadat*, zachow*, rekompens*, renty'],
    unless: 'jak zlozyc, wniosek, plan*',
  },
  {
    key: 'odszkodowan*, zadoscuczyn*',
    near: [anyOf('ile, jakie, jakiego, zanizyl*, zaproponow*, uczciw*, pogryz*, dziur*, zadac, walczyc, czy moge')],
    unless: 'jak zlozyc, formularz*',
  },
  { key: 'ile moge zadac, ile zadac, ile mozna zadac, co moge zadac' },
  { key: 'zwrotu kasy, zwrotu pieniedzy, zwrot pieniedzy, zwrotu', near: ['kupiec, kupujacy, nabywca, klient, kupca'] },
  {
    key: 'musze mu, musze jej, musze im, musze oddac, mam mu, mam jej, musze zwrocic, musze placic, moge nie placic',
    near: [anyOf(MONEY, 'spadek, grzyb*')],
    unless: anyOf(OFFICIAL, 'mandat*, skarbow*, podatk*'),
  },
  {
    key: anyOf(
      'nie oddaje, nie oddal, nie odda, nie zaplacil*, nie placi, nie wyplaca, nie wyplacil, nie splaca',
      'nie chce oddac, nie chce splacic',
    ),
    near: [OPPONENT],
    unless: anyOf(OFFICIAL, 'alimen*, l4, chorobow*, macierzyn*, zus'),
  },
  {
    key: 'wycofal*, wypiera, oszukal*, zatail*, ukryl*',
    near: [OPPONENT, 'umow*, zadat*, wade, wady, pieniadz*, kase, sad*, pociagnac'],
    unless: anyOf(OFFICIAL, 'rzecznik*'),
  },
  {
    key: 'zerwac, odstapic',
    near: ['umow*', 'moge, jak, czy, deweloper*, dewoloper*'],
    unless: 'rzecznik*, sklep*, internet*',
  },
  {
    key: 'sasiad*',
    near: [
      'postawil, zalewa, neka, wycial, nie zgadza, przesunal, niszczy, blokuj*, zabral',
      'co moge, jak, czy moge, ile, zadac, sad*',
    ],
    unless: 'zglos*, pozwolen*, gdzie',
  },
  {
    key: 'zasiedzen*, zasiedzial*, zasiedziec, sluzebnos*',
    near: [anyOf(OPPONENT, COURT, 'jak, czy, sprawe, opini*, uzyskac')],
    unless: OFFICIAL,
  },
  { key: 'bronic sie, sie bronic', near: [anyOf(COURT, 'alkohol*, prokurat*, oskarz*, pozw*, zarzut*')] },
  { key: 'dochodzic swoich, dochodzic praw', unless: WHERE },
  { key: 'drogi koniecznej, droge konieczna, sluzebnosc drogi' },
]

const PRIVATE_LAW: readonly Wording[] = [
  { key: 'zachowek, zachowku, zachowkiem', unless: WHERE },
  { key: 'testament*', near: ['podwaz*, niewazn*, obal*, wydziedz*, kartce, odreczn*, czy'] },
  {
    key: 'spadek, spadku, spadkiem, majatek, majatku, dom, dzialk*, ziemi*',
    near: [
      anyOf(
        'z dlugami, mam dlugi, odrzucic, podzielic, podzialem, podzialu, zeby brat, zeby siostra',
        'zostal przy mnie, nasza czesci*',
      ),
      'czy, jak, czesci*, co z',
    ],
    unless: anyOf(OFFICIAL, 'geodet*, geodez*, podzial dzialki, podzielic dzialke, zeby podzielic'),
  },
  { key: 'darowizn*', near: ['cofnac, odwolac, niewdziecz*, lepiej, testament*'] },
  {
    key: 'dlug, dlugi, dlugow, roszczenie, roszczenia',
    near: ['przedawni*, odpowiad*, sprzed, musze placic, po ojcu, ojca, windyk*, straszy'],
  },
  {
    key: 'przedawni*',
    near: ['moj, czy, dlug*, sie'],
    unless: 'mandat*, podat*, punkt*, zgloszeni*, pozwoleni*, decyzj*',
  },
  { key: 'nakaz zaplaty, nakazem zaplaty, zajal mi konto, zajal konto, moze zabrac auto', unless: 'alimen*, do kogo' },
  { key: 'zwolnil*, zwolnion*, wyrzucil*', near: ['z pracy, na l4, na zwolnieniu', 'czy, co, prawem, moge'] },
  {
    key: 'pracodawc*, szef, szefa, szefowa',
    near: ['nie placi, nie zaplacil*, nie daje, nie chce, urlop*, nadgodzin*, mobbing*'],
    unless: 'l4, chorobow*, macierzyn*, zus',
  },
  { key: 'wyrzucic, eksmi*', near: ['lokator*, najemc*, mnie, z domu, z mieszkania'], unless: 'smieci, odpad*' },
  { key: 'umowa ustna, umowy ustnej, umowa na gebe, na gebe' },
  {
    key: 'rozwod, rozwodu, rozwodzie, rozwodowa',
    near: [anyOf('lepiej, separacj*, zabezpieczyc, podzielic, podzialem, adwokat*, co robic')],
    unless: anyOf(OFFICIAL, 'auto, samochod*'),
  },
]

const PENALTIES: readonly Wording[] = [
  { key: 'skazany, skazana, zawiasy', near: ['moge byc, bede, zostane, dostane', 'czy, za'] },
  { key: 'linie obrony, linia obrony, co sad oceni, jak sad na to, co sedzia, podpada pod' },
  {
    key: 'co mi grozi, jaka kara mi grozi, co mu grozi',
    near: ['wezwanie na policje, prokurat*, podrobil*, ukradl*, pobil*, sad, sadu'],
  },
  {
    key: 'jaki wyrok, ile dostane, co mi grozi, dostane wyrok',
    near: [anyOf(COURT, 'wyrok*, za bojke, za pobicie, za to co zrobil*, pierwszy raz')],
  },
  { key: 'odpowiem karnie, odpowiadam karnie, odpowiadac karnie, pojde siedziec, isc siedziec, pojde do wiezienia' },
  { key: 'przyznac sie, isc w zaparte', near: ['winy, lepiej, zaparte'] },
  { key: 'zeznawac, zeznan*, swiadek, swiadka', near: ['musze, czy, jak', 'zeznaw*, zaszkodz*, przeciw*, odmowic'] },
  { key: 'rozprawie, rozprawe', near: ['zachowac, mowic, jak, powiedziec, przyjac'] },
  { key: 'prokurat*', near: ['umorz*, zaskarz*, zawiadom*, zglosic, odmow*'] },
  { key: 'nagrac, nagranie, nagrywac', near: ['sadzie, dowod w sadzie, uzyc'] },
  { key: 'sad, sadu, sadzie, zakazu', near: ['skrocic, uniknac, obejsc', 'da sie, jak, czy, zakaz*, prawo jazdy'] },
]

/** All of them, in no order. */
export const DISPUTES: readonly Wording[] = [
  ...CHANCES,
  ...JUDGEMENTS,
  ...ADVICE,
  ...FIGHTS,
  ...PRIVATE_LAW,
  ...PENALTIES,
]
