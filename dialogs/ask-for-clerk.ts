import { words } from '../knowledge/polish/words.ts'
import type { Dialog } from './dialog.ts'
import { anyOf, createListener, createMender, createVocabulary, type Wording } from './wording.ts'

// Explicit wishes for a person, in folded words. Questions about clerks ("czy urzędnik może…") are left to the search.

const NOUNS = ['czlowiek', 'pracownik', 'urzednik', 'konsultant', 'operator', 'agent', 'kierownik', 'naczelnik']
const inCases = (nouns: readonly string[], ...endings: readonly string[]) =>
  nouns.flatMap(noun => endings.map(ending => noun + ending))

const CLERK = anyOf(
  ...inCases(NOUNS, '', 'a', 'iem', 'em', 'owi'),
  'pracowniczk*, urzedniczk*, konsultantk*, kierowniczk*, doradca, doradcy, doradce, ludzmi, human, person',
  'zyw* osob*, prawdziw* osob*, zyw* istot*, z pania, z panem',
)
const TO_CLERK = anyOf(...inCases(NOUNS, 'a', 'owi'), 'doradcy, urzedniczki, pracowniczki, kogos')
const WITH_CLERK = anyOf(
  ...inCases(NOUNS, 'iem', 'em'),
  'kims, nikim zywym, osoba odpowiedzialna, osoba prowadzaca, doradca, ludzmi, inspektorem',
  'sekretariatem, pania, pracowniczka, urzedniczka, konsultantka, kierowniczka',
  'geodeta powiatowym, zywa osoba, prawdziwa osoba, osoba kompetentna, osoba od',
)

const TALK = anyOf(
  'rozmawiac, porozmawiac, porozmawiaj, porozmawiam, pogadac, pogadam, pogadalbym, pogadalabym, gadac, mowic',
  'rozmowa, rozmowe, rozmowy, kontakt, kontaktu, czat, chat, czata, konsultacja',
)
const LIVE = 'zyw*, prawdziw*, normaln*, kompetentn*, real'
const BOT = 'botem, bota, bot, automatem, automatu, maszyna, robotem, robota, komputerem, programem, programu'

/** What is said about conversations with clerks, rather than to wish for one. */
const ABOUT_TALKING = anyOf(
  'pracownik, urzednik, urzedniczka, urzednicy, pracownicy, nagra*, nagryw*, przerw*, odmow*, odmaw*, powin*, wolno',
  'zeby, slysz*, swiadk*, osobnosci, tlumacz*, migow*, jezyk*, po angielsku, podczas, trwa, wyglada, pijan*, gluch*',
  'praca, prace, jaki numer',
)

const WISHES: readonly Wording[] = [
  { key: WITH_CLERK, near: [TALK], unless: ABOUT_TALKING },
  { key: 'kim', near: [TALK, 'moge, mozna, jest ktos'], unless: ABOUT_TALKING },
  {
    key: 'daj, dajcie, dawaj, dawajcie, zawolaj, zawolajcie, wezwij, wezwijcie, przyslij, poprosze, zadam, domagam',
    near: [anyOf(CLERK, 'kogos, pania, obsluge')],
    unless: anyOf(
      ...inCases(NOUNS, 'owi'),
      'dla, od, adres*, numer*, telefon*, mail*, nazwisk*, dane, danych, wzor, skarg*',
    ),
  },
  { key: 'podaj, podajcie', near: ['kogos'] },
  { key: 'do prawdziwego, do zywego, do prawdziwej, do zywej', near: [CLERK] },
  { key: 'sa tu ludzie, sa tam ludzie, sa tu jacys ludzie, sa tam jacys ludzie' },
  {
    key: 'odpowiedziec, odpisac, pomoc mi',
    near: ['moze, moglby, moglaby', 'czlowiek, ktos z urzedu, ktos zywy, pani z'],
  },
  { key: 'do pani w okienku, do pani z okienka', near: ['chce, prosze, moge'] },
  { key: 'chce czlowieka, chce pracownika, chce konsultanta, chce urzednika, wole czlowieka, wole urzednika' },
  {
    key: WITH_CLERK,
    near: ['wole, wolal*, wolalabym, wolalbym, chce', 'przez telefon, telefonicznie, osobiscie, wyjasnic, dogadac'],
    unless: ABOUT_TALKING,
  },
  { key: 'z pan urzedniczek, z ktoras z pan, z ktoryms z pracownikow' },
  {
    key: 'skontaktowal, skontaktuje, skontaktowala',
    near: ['ze mna', 'pracownik, urzednik, ktos, konsultant, czlowiek'],
  },
  {
    key: 'obsluzyl, obsluzyla, obsluzy',
    near: ['chce, zeby', 'nie program, nie bot, nie automat, nie maszyna, czlowiek'],
  },
  { key: 'niech', near: ['odpisze, odpowie, zadzwoni, odezwie, oddzwoni', anyOf('ktos, pani, pan, czlowiek', CLERK)] },
  { key: 'do mnie zadzwonic, zadzwonic do mnie, mnie oddzwonic', near: ['czy, prosze, moze'], unless: 'mial*' },
  {
    key: 'kogos z biura, kogos z urzedu, kogos z wydzialu, kogos innego',
    near: ['prosic, poprosic, chce, dajcie, prosze, na'],
  },
  { key: 'na zywo', near: ['ktos', 'pomoze, odpowie, mi'] },
  { key: 'po drugiej stronie', near: ['ktos', 'siedzi, jest'] },
  { key: 'telefon', near: ['do czlowieka, do zywego', 'prosze, poprosze, daj, chce'] },
  {
    key: 'przekaz, przekazcie',
    near: ['to, moja wiadomosc, moje pytanie, moja sprawe', anyOf(TO_CLERK, 'komus, wydzialowi, do wydzialu')],
  },
  {
    key: 'polacz, polaczcie, przelacz, przelaczcie, przekieruj, przekierujcie, przelaczyc, przekierowac',
    near: ['biura, obslugi, wydzialu, infolini*, sekretariat*, okienka, centrali'],
    unless: 'dzialk*',
  },
  { key: 'przycisk*, guzik*, numer', near: ['do czlowieka, do pracownika, do konsultanta, do rozmowy'] },
  { key: 'pani z okienka, pania z okienka, pani z urzedu, pania z urzedu', near: ['prosze, niech, chce, zawolaj*'] },
  {
    key: anyOf(
      'polacz*, poloncz*, polocz*, przeloncz*, przelancz*, polancz*, lacz, laczcie, przelacz*',
      'przekieruj*, przekierowac, przekierowanie, przekazac, skontaktuj*',
    ),
    near: [anyOf(WITH_CLERK, TO_CLERK, 'mnie, ze mna, pani')],
    unless: 'dzialk*',
  },
  { key: 'oddzwoncie, oddzwon, oddzwonienie, telefon zwrotny, zadzwoncie do mnie, zadzwon do mnie' },
  { key: 'zadzwon*, oddzwon*', near: ['ktos, pracownik, urzednik', 'do mnie, niech, moze, chcialbym, prosze'] },
  { key: 'telefon', near: ['od urzednika, od pracownika, od kogos, od konsultanta', 'prosze, czekam, chce'] },
  { key: 'czat, chat, czatu, rozmowa, rozmowe', near: ['na zywo, live'], unless: 'nagr*' },
  {
    key: 'odpowie, odpisze, odezwie',
    near: ['mi, sie', 'czlowiek, pracownik, konsultant, urzednik, ktos prawdziwy, ktos zywy'],
  },
  { key: 'jest tam, jest tu, siedzi', near: ['jakis, zywy', 'czlowiek, pracownik, konsultant*, urzednik'] },
  { key: 'jest tam ktos, jest tu ktos, ktos tam jest, ktos tu jest' },
  {
    key: 'dostepny, dostepna, dostepni, wolny, wolna, wolni',
    near: ['konsultanci, pracownicy, urzednicy, czlowiek, pracownik, konsultant*, urzednik, doradca'],
  },
  { key: BOT, near: ['nie', 'gadac, gadam, rozmawiac, rozmawiam, pisac, pisal, pisala, mowic'], unless: 'czy' },
  {
    key: BOT,
    near: ['nie chce, nie potrzebuje, wylacz*, precz, mam dosc, dosc'],
    unless: 'czy, jak, jestem',
  },
  {
    key: 'zamiast bota, zamiast ciebie, zamiast automatu, zamiast programu',
    near: [anyOf(CLERK, 'ktos, kogos, kims')],
  },
]
const asks = createListener(WISHES)

/** A wish so plain that a story around it does not hide it. */
const asksPlainly = createListener([
  {
    key: WITH_CLERK,
    near: [TALK, 'chce, chcialbym, chcialabym, wole, wolal*, wolalbym, wolalabym'],
    unless: ABOUT_TALKING,
  },
])

/** The words of a message that has nothing but the wish: "człowieka, proszę", "a można z pracownikiem?". */
const isBare = createVocabulary(
  anyOf(
    CLERK,
    LIVE,
    TALK,
    BOT,
    'kogos, kims, ktos, osob*',
    'z, ze, do, na, o, i, a, ja, mi, mnie, nie, tylko, sie, tu, no, tak, w koncu, wreszcie, juz, teraz',
    'natychmiast, dosc',
    'tego, jakis, jakiegos, jakims, jakas, jakiejs, halo, prosze, poprosze, uprzejmie, bezposrednio, na zywo, telefon*',
    'chce, chcialbym, chcialabym, wole, wolalbym, wolalabym, potrzebuje, potrzebny, potrzebna, musze, zadam, domagam',
    'zapytaj, moge, prosic, mozna, da, czy mozna, czy moge, czy da, mozliwa, urzedu, okienka, starostwa, pomoc',
    'chciec, potrzebowac, obsluga, obslugi, przez, odpowiedz, odpowiedzi, od, czekam, odpisz*, agenta',
    'live, pls, please, help, helpdesk, talk to, talk to a, talk with, speak to, speak to a, speak with',
    'i want, i want to, can i, could i, may i',
  ),
)
const namesClerk = createListener([{ key: CLERK }, { key: 'kogos, kims, ktos, osob*', near: [anyOf(LIVE, TALK)] }])
const namesTalk = createListener([{ key: 'o kontakt, porozmawiac, rozmawiac, pogadac' }])

/** The words of a wish to talk that names nobody: "proszę o kontakt", "chcę porozmawiać". */
const isWishToTalk = createVocabulary(
  'prosze, uprzejmie, o kontakt, pilny, telefoniczny, ja, chce, chcialbym, chcialabym, porozmawiac, rozmawiac, pogadac',
)

/** Words that are heard in spite of a slip; with them stand words that are no slip: a lawyer, a consulate, a contract. */
const OFTEN_MISSPELT = [
  ...inCases(['czlowiek', 'pracownik', 'urzednik', 'prawnik'], 'iem', 'owi', 'a', ''),
  ...inCases(['konsultant', 'konsulat'], 'em', 'owi', 'a', 'u', ''),
  ...[
    'rozmawiac porozmawiac rozmawiam rozmawial rozmawiala pogadac gadac mowic rozmowa rozmowe rozmowy',
    'rozmowie rozmow porozmawiaj',
    'prosze poprosze poprosic prosic proste prosto kontakt kontaktu kontrakt dajcie dawaj kogos polacz polaczcie polacy',
    'przelany przelana przelano przelewu przelacz przelaczcie przekieruj przekierujcie potrzebuje',
    'potrzebny potrzebna zawolaj zawolajcie wezwij zadzwoncie',
    'operator doradca doradce doradcy doradztwo kierownik kierownika kierownikiem naczelnik naczelnika naczelnikiem',
    'urzedniczka urzedniczke urzedniczki pracowniczka pracowniczke pracowniczki konsultantka konsultantke',
    'prawdziwa prawdziwy prawdziwym zywego zywy zywym osoba osobe ludzmi pani pania panie dostepny odpowie skontaktuj skontaktujcie',
    'chcialbym chcialabym wolalbym wolalabym domagam botem automatem maszyna komputerem telefon',
  ].flatMap(line => line.split(' ')),
]

const mend = createMender(OFTEN_MISSPELT)

/** Longer messages are stories in which somebody once spoke with a clerk, not a wish to speak with one now. */
const MOST_WORDS = 14
const MOST_WORDS_AROUND_PLAIN_WISH = 40

/** Whoever wants a person need not ask a question first. */
export const askForClerk: Dialog = ({ text, words: written }) => {
  if (written.length > MOST_WORDS_AROUND_PLAIN_WISH) return undefined
  const isAsked = clauses(text).some(written.length > MOST_WORDS ? asksPlainly : isWish)
  return isAsked ? { kind: 'handoff', reason: 'asked-for-person', topic: null } : undefined
}

function isWish(clause: readonly string[]): boolean {
  return (
    asks(clause) ||
    asksPlainly(clause) ||
    (isBare(clause) && namesClerk(clause)) ||
    (isWishToTalk(clause) && namesTalk(clause))
  )
}

/** The words between punctuation marks. A word spelled out in single letters is put together. */
function clauses(text: string): readonly (readonly string[])[] {
  return text
    .split(/[.,;!?()\n]/)
    .map(words)
    .map(clause => (clause.length > 4 && clause.every(word => word.length === 1) ? [clause.join('')] : clause))
    .map(mend)
}
