import { anyOf, type Wording } from './wording.ts'

// Ways to tell of a danger to life, in folded words. A missed danger is far worse than a false alarm: only obvious
// figures of speech are taken out (`unless`).

const FAMILY = anyOf(
  'maz, meza, zona, zone, zony, ojciec, ojca, ojczym, macocha, matka, matke, matki, mama, mame, mamy, tata, tate, taty',
  'syn, syna, synek, synka, corka, corke, coreczk*, brat, brata, siostra, siostre, babci*, babk*, dziad*, wnu*, tesc*',
)
const PEOPLE = anyOf(
  FAMILY,
  'ktos, kogos, czlowiek*, ludzie, ludzi, ludzmi, osob*, mezczyzn*, kobiet*, chlop*, dziewczyn*, dziec*, niemowl*',
  'noworod*, koleg*, kolezank*, sasiad*, pan, pana, pani, pania, rowerzyst*, pieszy, pieszego, kierowc*, pasazer*',
)
const VICTIM = anyOf(PEOPLE, 'mnie, nas, ja, go, ich')
const ABUSER = anyOf(FAMILY, 'partner*, chlopak, facet, konkubent*, sasiad, byly, ex, on, ona, wujek, szwagier')

const WANT =
  'chce, chcem, chcialbym, chcialabym, chcialem, chcialam, wole, wolalbym, wolalabym, pragne, mysle, zamierzam'
const BURNING = anyOf(
  'plonie, dom, domu, mieszkani*, blok, bloku, budyn*, kamienic*, dach, poddasz*, klatk*, kuchni*, piwnic*, szkol*, urzad',
  'stodol*, obor*, garaz*, auto, samochod, las, traw*, drzewo, smietnik*, u sasiad*, u mnie, cos',
)
const HEIGHT = 'mostu, okna, dachu, wiaduktu, balkonu, pietra, wiezy, wiezowca, drabiny, rusztowania, schodow'

const SELF_HARM: readonly Wording[] = [
  { key: 'zabic, zabij*, zabil*', near: ['sie'], unless: 'prog, progi, schodach, nudy, nudow, smiechu' },
  {
    key: 'powiesic, powiesz*, powiesi, powiesil*',
    near: ['sie'],
    unless: 'tablic*, ogloszeni*, plakat*, flag*, szyld*',
  },
  { key: 'potne, potnie, pociac, tne, tnie, otruj*, otruc, otrul*, zastrzel*, podpal*', near: ['sie'] },
  { key: 'utopi*', near: ['sie'], unless: 'papier*, dokument*, dlug*, formular*, koszt*' },
  { key: 'podetn*, podcia*, podcin*, pociac, przeciac', near: ['zyl*'] },
  { key: 'odbior*, odebra*, odbier*', near: ['sobie', 'zycie'] },
  { key: 'targn*', near: ['zycie'] },
  { key: 'samoboj*', unless: 'zwlok*, pogrzeb*' },
  { key: 'umrzec, nie zyc', near: [anyOf(WANT, 'lepiej, po co')], unless: 'ze smiechu, z nudow, ze wstydu' },
  { key: 'mnie nie bylo, nie istniec', near: ['lepiej, wolalbym, wolalabym'] },
  {
    key: 'zyc',
    near: ['nie, brak, bez', anyOf(WANT, 'sensu, sily, sil, daje, dam, umiem, potrafie, warto, ochoty')],
    unless:
      'zyc w tym, zyc w tak*, zyc w dom*, zyc w mieszk*, zyc w blok*, zyc z tak*, zyc z sasiad*, zyc na wsi, zyc obok',
  },
  { key: 'sens*', near: ['zyc, zycia, zycie'] },
  { key: 'dosc', near: ['zycia'] },
  { key: 'po co', near: ['zyc, zyje'] },
  { key: 'skocz*, wyskocz*, rzuc*', near: [HEIGHT] },
  { key: 'pod pociag, pod tira, na tory', near: ['skocz*, rzuc*, poloz*, wejd*, wpad*'] },
  {
    key: 'ze soba, z soba, z zyciem',
    near: ['skoncz*, zakoncz*, konczyc, koncze'],
    unless: 'umow*, wspolwlasn*, spor*',
  },
  { key: 'zakoncz*, skoncz*', near: ['zycie'], unless: 'stowarzyszeni*, spolk*' },
  { key: 'zrob*', near: ['sobie', 'krzywd*'] },
  {
    key: 'cos',
    near: ['zrobie, zrobic, zrobi', 'sobie'],
    unless: 'na wzor, do jedzenia, do picia, na zab, na kolacje, na obiad, podobnego, ladnego, fajnego, nowego',
  },
  { key: 'przedawk*, za duzo lekow, za duzo tabletek, garsc tabletek, garsc lekow, opakowanie lekow' },
]

const VIOLENCE: readonly Wording[] = [
  {
    key: 'bije, bija, bil, bila, pobil*, pobij*, zbil*, leje, katuj*, skatow*, maltret*, uderzyl*, uderza, szarpie',
    near: [VICTIM],
    unless:
      'po kieszeni, na glowe, rekord*, brawo, licznik*, koszt*, oplat*, deszcz, wod*, w moj*, w plot, w auto, w znak',
  },
  {
    key: 'dusi, dusil*, podduszal*',
    near: [VICTIM],
    unless: 'dym*, biurokrac*, podat*, gospodarst*, smrod*, spalin*, smog*, pyl*, koszt*, oplat*',
  },
  {
    key: 'bija sie, bojka, bojke',
    unless: 'wyrok*, skazan*, kara, kare, za bojke, po bojce, zaswiadczen*, sad, sadu, sadzie',
  },
  { key: 'bita, bity, bici', near: ['jestem, jestesmy, bylam, bylem, jest, przez'], unless: 'droga, droge, drogi' },
  { key: 'pobici*', near: ['swiadk*, widze, teraz, wlasnie, trwa'] },
  { key: 'zneca*', near: ['nad, nade'], unless: 'psem, psami, kotem, kotami, zwierz*' },
  { key: 'pijany', near: [ABUSER, 'demoluj*, rozwala, awantur*, krzyczy, goni, biega, wrocil'] },
  {
    key: 'przemoc*',
    near: ['dom*, rodzin*, ofiar*, doswiadcza*, doznaj*, stosuj*, maz, ojciec, partner*'],
    unless: 'mowilam, mowilem',
  },
  {
    key: 'groz*',
    near: ['zabij*, zabic, zabil*, smierci*, noz*, siekier*, bronia, pistolet*, pobij*, podpal*, powies*'],
  },
  {
    key: 'grozi, grozil, groza, grozila',
    near: [ABUSER, 'mi, nam, mnie'],
    unless:
      'co grozi, co mi grozi, co nam grozi, co za to, kar*, grzywn*, mandat*, wiezien*, sad*, pozw*, policj*, prawnik*',
  },
  {
    key: 'zabije, zabic, zabija, zabijesz, zamorduj*, zamordowac, zadzg*',
    near: [VICTIM],
    unless: 'czas, cen*, koszt*',
  },
  { key: 'zgwalc*, gwalc*, gwalt, gwaltu', unless: 'prawo, prawa, praw, konstytucj*, przepis*, zasad*' },
  { key: 'molestuj*, molestow*' },
  { key: 'z nozem, z maczeta', unless: 'przyjde' },
  {
    key: 'noz, nozem, noza, siekier*, maczet*',
    near: [
      'biega, ma, mial, stoi, lata, chodzi, goni, rzuc*, atak*, zaatakow*, wymach*, macha, dzg*, wbil*, ranil*, pchn*',
    ],
  },
  {
    key: 'bron, bronia, pistolet*, karabin*',
    near: ['celuj*, mierzy, strzela, strzelal, strzelil, biega, wymach*, groz*, przystaw*'],
  },
  {
    key: 'strzela, strzelaja, strzelil, postrzel*',
    near: [anyOf(PEOPLE, 'do mnie, do nas, napastnik*')],
    unless: 'mysliw*, polowan*, strzelnic*, ryb, ptak*, kot*, goleb*',
  },
  { key: 'strzelanin*' },
  { key: 'wlamuj*, dobija*', near: ['sie'], unless: 'konto, konta, profil, skrzynk*, system*' },
  { key: 'napad', near: ['jest, trwa, teraz, sklepie, banku'] },
  { key: 'goni', near: ['mnie, nas', 'ktos, facet, maz, mezczyzna'] },
  { key: 'porwal*, porywa, porwano', near: [VICTIM], unless: 'wiatr' },
  { key: 'przetrzymyw*, nie wypuszcza mnie, nie wypuszcza nas, mnie nie wypuszcza' },
  {
    key: 'boje sie, boimy sie, sie boje',
    near: ['o zycie, o swoje zycie, wrocic do domu, wracac do domu, zabije, pobije'],
  },
  {
    key: 'boje sie, sie boje',
    near: ['sie meza, sie ojca, sie ojczyma, sie partnera, sie chlopaka, meza sie, ojca sie'],
  },
  { key: 'bomb*', near: ['podloz*, mam, urzad, urzedz*, budynk*, szkol*, starostw*, znalazl*, tyka, wybuch*'] },
]

const HEALTH: readonly Wording[] = [
  { key: 'nie oddycha*, przestal* oddychac' },
  { key: 'oddychac, oddechu', near: ['nie moge, nie moze, nie daje rady, zlapac'] },
  { key: 'nieprzytomny, nieprzytomna, nieprzytomne', unless: 'kolejk*, cen*, kwot*, oplat*' },
  { key: 'przytomnosc, przytomnosci', near: ['strac*, trac*, odzysk*'] },
  { key: 'zemdla*, zaslabl*, omdlal*' },
  {
    key: 'zawal, zawalu, udar, udaru, wylew, drgawki, atak',
    near: ['mam, ma, dostal*, chyba, objaw*, ktos, teraz, wlasnie, serca, padaczki, epilepsji'],
    unless:
      'po, mialem, mialam, mial, miala, przeszed*, przebyl*, rok, roku, lat, lata, temu, orzeczeni*, prawo jazdy, prawko',
  },
  { key: 'zatrul*', near: [anyOf(PEOPLE, 'grzyb*, czad*, tabletk*')] },
  { key: 'krwawi*, krwotok*, wykrwawi*' },
  { key: 'krew', near: ['leci, leje, duzo, plynie'] },
  { key: 'dusznosci, dusznosc', near: ['mam, ma, dostal*, silne'] },
  {
    key: 'dusi, dusze, krztusi*, dlawi*, zadlawi*, zakrztusi*, zachlysn*',
    near: ['sie'],
    unless: 'mies*, kapust*, warzyw*, roslin*, przepis*, pyl*',
  },
  { key: 'boli, bol, kluje', near: ['klatce, klatke, klatka'], unless: 'schod*' },
  {
    key: 'umieram, umiera',
    near: [anyOf(PEOPLE, 'chyba, pomoc*, ratun*, boli')],
    unless: 'z nudow, ze smiechu, z glodu',
  },
  {
    key: 'tabletk*, tabletek, lekow, leki, pigul*, proszk*, bateri*, magnes*, monet*, trutk*',
    near: [
      'polkn*, polyk*, nalyk*, lykn*, nazar*, wzial*, wziel*, wypil*, zjadl*',
      'polkn*, polyk*, nalyk*, lykn*, nazar*, duzo, garsc, cala, cale, wszystkie, opakow*, dziec*',
    ],
  },
  { key: 'wypil*', near: ['plyn*, kwas*, chemi*, domestos*, kreta, denaturat*'] },
  {
    key: 'karetk*, pogotowi*, ambulans*',
    near: [
      'wezw*, dzwon*, zadzwon*, potrzebn*, potrzebuj*, wyslij*, przyslij*, szybko, natychmiast, gdzie, numer, telefon',
    ],
    unless: 'rejestr*, przeglad*, pogotowia, parkow*, energetyczn*, gazow*, wodoc*, opiekuncz*',
  },
  {
    key: 'nie rusza',
    near: ['sie, lezy'],
    unless: 'z miejsca, sprawa, wnios*, kolejk*, auto, samoch*, silnik*, budow*, decyzj*',
  },
  { key: 'nie reaguje', near: ['upadl*, lezy, przewroc*, oddech*, babci*, dziad*, mama, tata, dziecko, nieprzytomn*'] },
  {
    key: 'lezy, leza',
    near: [PEOPLE, 'drodze, ulicy, chodnik*, krwi, ziemi, rowie, torach'],
    unless: 'dzialk*, grunt*, dom',
  },
  {
    key: 'ranny, ranna, ranni, rannych, rannego, ranne',
    near: ['jest, sa, lezy, leza, osob*, czlowiek*, wypad*, drodze'],
  },
  { key: 'odeszly wody, wody odeszly, zaczyna rodzic, zaczela rodzic' },
  { key: 'rodzi', near: [PEOPLE, 'teraz, wlasnie, aucie, samochodzie, w domu, w urzedzie'] },
  { key: 'ktos ratuje, ratujcie mnie, ratujcie nas' },
  { key: 'ratunku', near: ['pomocy, pomozcie, umier*, pali'] },
]

const ACCIDENTS: readonly Wording[] = [
  {
    key: 'pali, plonie, plona, zapalil*',
    near: ['sie, plonie, plona', BURNING],
    unless: 'wyrejestr*, wycink*, kto placi, odszkodow*, splon*, spalil*, wrak*, kontrolk*, swiatl*, zarow*',
  },
  { key: 'palimy sie' },
  {
    key: 'pozar, pozaru',
    near: ['zglas*, zglos*, jest, wybuchl*, trwa, widze, lasu, u sasiad*, w bloku, w domu, teraz, gasic'],
    unless: 'po, byl, mialem, mialam, zniszcz*, splon*, spali*, ochron*, instrukcj*',
  },
  { key: 'dym', near: ['widze, okna, okien, klatce, wydobywa'], unless: 'komin*' },
  { key: 'straz, strazak*', near: ['wezw*, wyslij*, przyslij*, dzwon*, zadzwon*'], unless: 'miejsk*, granicz*' },
  { key: 'gaz, gazem, gazu', near: ['czuc, czuje, czujemy, ulatnia*, wyciek*, cieknie, smierdzi'] },
  { key: 'zaczad*, czadem, tlenkiem wegla' },
  { key: 'wybuchl*, wybuch, eksplo*', near: ['gaz*, dom*, blok*, mieszkan*, bomb*, kamienic*'] },
  { key: 'iskrzy, zerwan*, zwalil*', near: ['lini*, przewod*, kabel, kable, drut*, slup*, gniazdk*'] },
  { key: 'porazil*, porazen*', near: ['prad*'] },
  { key: 'uwiezi*', near: [anyOf(PEOPLE, 'srodku, aucie, samochodzie, windzie, gruz*, jestem, jestesmy')] },
  { key: 'zakleszcz*, niewybuch*, niewypal*' },
  { key: 'w srodku', near: [PEOPLE, 'wpad*, dachow*, row*, rozbi*, pali*, zamkn*'] },
  {
    key: 'potracilo, potracil, potracila, potracono, przejechal*',
    near: [PEOPLE],
    unless: 'kwot*, zwierz*, psa, kota',
  },
  { key: 'wypadl*, spadl*', near: [PEOPLE, HEIGHT] },
  { key: 'wpadl*', near: [PEOPLE, 'studni, wody, rzek*, jezior*, szamba, pod pociag, pod lod'] },
  {
    key: 'spadlo, spadl, zawalil*, runel*',
    near: [
      'na mnie, na nas, na czlowieka, na ludzi, z ludzmi, na kobiet*, na mezczyzn*, na dziec*, na kogos, na przechod*',
    ],
  },
  { key: 'przygniot*', near: [VICTIM] },
  { key: 'topi, topia, tonie', near: [anyOf(PEOPLE, 'sie')], unless: 'snieg, lod, asfalt, papier*' },
  { key: 'pod lodem, na torach', near: [PEOPLE] },
  { key: 'zaginal, zaginela, zaginelo', near: [PEOPLE], unless: 'dowod*, kart*, pism*, dokument*, akta' },
  { key: 'wypadek', near: ['zglas*, widze, wlasnie, trwa, rann*, karetk*, ofiar*'], unless: 'przy pracy' },
  { key: '112', near: ['dzwon*, zadzwon*'] },
  { key: 'zagrozeni* zycia, zagraza zyciu, ratowac zycie, numer alarmowy, numery alarmowe, telefon alarmowy' },
]

/** All of them, in no order. */
export const DANGERS: readonly Wording[] = [...SELF_HARM, ...VIOLENCE, ...HEALTH, ...ACCIDENTS]
