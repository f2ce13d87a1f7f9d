import { words } from '../knowledge/polish/words.ts'
import { outcomeForTopic } from './answer-question.ts'
import type { Choice } from './choice.ts'
import type { Dialog, Question } from './dialog.ts'
import type { Outcome } from './outcome.ts'

/** Folded ways of naming a place in a list: its number, its ordinal in each gender, its numeral. */
const PLACES: readonly RegExp[] = [
  /^(1|pierwsz(a|y|e)|jeden|jedynk(a|e))$/,
  /^(2|drug(a|i|ie)|dwa|dwojk(a|e))$/,
  /^(3|trzeci(a|e)?|trzy|trojk(a|e))$/,
  /^(4|czwart(a|y|e)|cztery|czworke)$/,
  /^(5|piat(a|y|e)|piec|piatke)$/,
  /^(6|szost(a|y|e)|szesc|szostke)$/,
  /^(7|siodm(a|y|e)|siedem|siodemke)$/,
]

/** What is said around a choice: "ta druga", "opcja 1", "opłata, proszę". */
const AROUND = new Set(
  'ta ten to te tamta tamten ja chce wybieram biore opcja opcje numer nr punkt prosze poprosze moze a o'.split(' '),
)

/** Yes and no to „Czy pytasz o tę sprawę?”, folded. */
const YES = /^(no |o |tak )*(tak|owszem|dokladnie|zgadza sie|wlasnie( o to)?|oczywiscie|jasne)$/
const NO = /^(nie|nie o to|nie o te|nie o te sprawe)$/

/** Takes up what was offered before: by the words on the button, by its number, or by „ta druga”. */
export const pickOption: Dialog = question => {
  const choice = pickedChoice(question)
  return choice && outcomeOfPick(choice, question)
}

/** The choice that a message picks of those offered last. */
export function pickedChoice({ words: written, memory }: Pick<Question, 'words' | 'memory'>): Choice | undefined {
  const named = written.filter(word => !AROUND.has(word))
  const [only] = named
  const numbered = named.length === 1 && only ? PLACES.findIndex(place => place.test(only)) : -1
  return (
    memory.choices.find(choice => isSame(words(choice.label), written)) ??
    memory.choices.find((choice, index) => index === numbered || isInflected(words(choice.label), named)) ??
    saidOfTheOnly(written.join(' '), memory.choices)
  )
}

/** What yes or no picks where one topic alone was offered. */
function saidOfTheOnly(said: string, choices: readonly Choice[]): Choice | undefined {
  const topics = choices.filter(({ pick }) => pick.kind === 'topic')
  const other = choices.find(({ pick }) => pick.kind === 'something-else')
  if (topics.length !== 1 || !other) return undefined
  if (YES.test(said)) return topics[0]
  return NO.test(said) ? other : undefined
}

function isSame(label: readonly string[], written: readonly string[]): boolean {
  return label.join(' ') === written.join(' ')
}

/** A label's last letters may be others: "Opłata" is picked by "opłatę", "Karta wędkarska" by "karty wędkarskiej". */
const ENDING = 2
const LONGEST_ENDING = 4
const SHORTEST_STEM = 3

function isInflected(label: readonly string[], named: readonly string[]): boolean {
  return (
    label.length === named.length &&
    label.every((word, index) => {
      const stem = word.slice(0, Math.max(SHORTEST_STEM, word.length - ENDING))
      const other = named[index] ?? ''
      return other.startsWith(stem) && other.length <= stem.length + LONGEST_ENDING
    })
  )
}

/** Nothing where the rest of a list was picked whose entry has left the base since. */
function outcomeOfPick({ pick }: Choice, { knowledge }: Question): Outcome | undefined {
  switch (pick.kind) {
    case 'topic':
      return outcomeForTopic(pick.topic, 'general', knowledge)
    case 'aspect':
      return outcomeForTopic(pick.topic, pick.aspect, knowledge)
    case 'whole': {
      const outcome = outcomeForTopic(pick.topic, pick.aspect, knowledge)
      return outcome.kind === 'answer' ? { ...outcome, whole: true } : undefined
    }
    case 'something-else':
      return { kind: 'smalltalk', topic: 'conversation-what-can-you-do' }
    case 'person':
      return { kind: 'handoff', reason: 'asked-for-person', topic: null }
    case 'desk':
      return undefined
  }
}
