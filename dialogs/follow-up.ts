import { STOP_WORDS } from '../knowledge/polish/stop-words.ts'
import type { Found } from '../knowledge/search/search.ts'
import type { Aspect } from '../knowledge/topic.ts'
import { outcomeForTopic } from './answer-question.ts'
import type { Dialog } from './dialog.ts'
import { anyOf, createListener, createVocabulary } from './wording.ts'

/**
 * Folded words that ask about an aspect without naming a topic, the most telling first: "gdzie się odwołać" is about the
 * appeal. They are whole words, as "prawnik" is not "prawna" and "droga" is not "drogo".
 */
const ASPECT_WORDS: readonly (readonly [Aspect, readonly string[]])[] = [
  ['appeal', ['odwola*, odwolywa*, zaskarz*, odmow*, odmawia*, sprzeciw, sprzeciwu, zazalenie, srodek, nie zgadzam']],
  [
    'consequences',
    [
      'kara, kare, kary, grozi, konsekwencj*, skutk*, skutek, mandat, mandatu, mandaty, spoznie, spozni',
      'spoznieni*, nie zdaze, co jak nie, co jesli nie, co jezeli nie, co gdy nie, a jak nie, a jesli nie',
    ],
  ],
  [
    'legal-basis',
    [
      'podstawa, podstawe, podstawie, prawna, prawnej, prawne, przepis, przepisy, przepisow, ustawa, ustawy',
      'ustawie, artykul, artykuly, artykulu, paragraf',
    ],
  ],
  [
    'fee',
    [
      'koszt, koszty, kosztow, kosztuje, kosztuja, kosztowac, cena, ceny, cene, cennik, oplata, oplaty, oplate',
      'oplat, oplacic, zaplacic, zaplace, place, placi, placic, placimy, platne, platna, platny, bezplatn*',
      'darmo, darmow*, drogo, drogie, tanio, taniej, zl, zloty, zlotych, stawka, stawki, kwota, kwote, wezma',
      'biora, pieniadze, pieniedzy',
    ],
  ],
  [
    'documents',
    [
      'dokument, dokumenty, dokumentow, dokumentami, papier, papiery, papierow, zalacznik, zalaczniki',
      'zalacznikow, ksero, formularz, formularze, formularza, druk, druki, blankiet, zabrac, przyniesc, wziac',
      'dolaczyc, zalaczyc, oryginal',
    ],
  ],
  [
    'place',
    [
      'dokad, adres, adresu, pokoj, pokoju, okienko, okienku, okienka, gdzie zlozyc, gdzie skladac, gdzie sklada',
      'gdzie zloze, gdzie isc, gdzie zaniesc, gdzie zglosic, do kogo',
    ],
  ],
  ['who', ['kto, komu, kogo, dla kogo, przysluguje, oboje, obydwoje, pelnomocnik*, upowaznion*, za mnie']],
  [
    'deadline',
    [
      'termin, terminu, terminie, terminy, dlugo, czas, czasu, dni, dniach, tygodni, tygodnie, tydzien, miesiecy',
      'miesiac, trwa, potrwa, zajmie, czeka, czekac, czekam, czekania, kiedy, zdaze, zdazyc, szybko, gotowe',
      'gotowy, gotowa, odbiore, odebrac, odbior',
    ],
  ],
  [
    'how',
    [
      'internet, internetu, internetem, online, zdalnie, epuap, epuapu, epuapem, elektronicznie, elektroniczna',
      'poczta, listem, listownie, mail, maila, mailem, osobiscie, krok, kroku',
    ],
  ],
  ['documents', ['wniosek, wnioski, wniosku']],
  ['place', ['gdzie, miejsce, miejscu']],
  ['who', ['maz, zona, mama, matka, tata, ojciec, syn, corka, brat, siostra, rodzic, rodzice, dziecko']],
  ['how', ['zalatwic, zalatwia, zalatwie, zlozyc, sklada, skladac, zrobic, wyslac']],
  ['fee', ['ile']],
]

/** Folded words that name no topic, beside stop words: forms of "jaki", "móc", "musieć", and what is done in any matter. */
const FUNCTION_WORDS = anyOf(
  'jaka, jakim, jakiej, jakich, jakimi, ktorym, ktora, ktorej, takiej, takim, takich, moge, mozesz, mozemy, musze',
  'musimy, nalezy, potrzebne, potrzebny, potrzebna, potrzebuje, potrzeba, wymagane, wystarczy, bede, wynosi',
  'wychodzi, wyjdzie, chce, chcialbym, chcialabym, prosze, ok, dokladnie, ogole, mamy, isc, pojsc, przyjsc, przyjde',
  'zglosic, zglosze, udac, oddac, dostac, dostane, zloze, zrobie, zrobi, dopelnie, skladam, skladamy, zlozenie',
  'zlozenia, decyzja, decyzji, decyzje, zaskarzenia, sprawa, sprawe, sprawy',
)

const hearsAspect = ASPECT_WORDS.map(([aspect, words]) => {
  return { aspect, hears: createListener([{ key: anyOf(...words) }]) }
})
const namesNoTopic = createVocabulary(
  anyOf(...STOP_WORDS, FUNCTION_WORDS, ...ASPECT_WORDS.flatMap(([, words]) => words)),
)

const MOST_WORDS = 12

/** Of the messages in a conversation about a topic half ask on, of the samples one in twenty does: Bayes' rule. */
const ODDS_IN_CONVERSATION = 20

/** Below this it is a guess that somebody asks on about the aspect. */
const LEAST_ASKED_ON = 0.5

/**
 * Takes a message to be about what was just talked about, when it names no topic of its own: so the search says, or it has
 * only words for an aspect and words that name nothing ("a ile to kosztuje?").
 */
export const followUp: Dialog = ({ words, memory, found, knowledge }) => {
  if (memory.topic === null || words.length > MOST_WORDS) return undefined
  const aspect = aspectAlone(words) ?? aspectAskedOn(found)
  return aspect && outcomeForTopic(memory.topic, aspect, knowledge)
}

/** The aspect that folded words ask about when they name no topic: "a ile to kosztuje?". */
export function aspectAlone(words: readonly string[]): Aspect | undefined {
  return namesNoTopic(words) ? hearsAspect.find(({ hears }) => hears(words))?.aspect : undefined
}

/** The aspect that asks on, as the search says; nothing where another topic, or none, is likelier. */
function aspectAskedOn({ topics, reasons, followUp, aspects: [aspect] }: Found): Aspect | undefined {
  const asksOn = followUp * ODDS_IN_CONVERSATION > Math.max(topics[0]?.confidence ?? 0, reasons[0]?.confidence ?? 0)
  const isClear = aspect && aspect.aspect !== 'general' && aspect.confidence >= LEAST_ASKED_ON
  return asksOn && isClear ? aspect.aspect : undefined
}
