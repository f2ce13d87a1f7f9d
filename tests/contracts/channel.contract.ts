import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { DeskPerson } from '../../bot/desk-person.ts'
import { until } from '../faults/until.ts'
import { openReference, type Seen, type Talk } from '../setup/talk.ts'

const ANNA: DeskPerson = { clerkId: 'anna', name: 'Anna Nowak', roles: ['clerk'], departments: ['transport'] }

/** What a citizen does, a choice picked by its label in full, and what a clerk does. */
const STORY: readonly (readonly [Deed, string])[] = [
  ['write', 'rejestracja'],
  ['pick', 'Rejestracja używanego pojazdu'],
  ['pick', 'Opłata'],
  ['write', 'a jakie dokumenty?'],
  ['pick', 'Pokaż wszystkie'],
  ['write', 'prawo jazdy'],
  ['pick', 'Wymiana prawa jazdy'],
  ['write', 'bla bla bla'],
  ['write', 'czy rozmawiam z człowiekiem?'],
  ['write', 'chcę się zabić'],
  ['pick', 'Pracownik'],
  ['write', 'how much is car registration'],
  ['write', 'dziękuję, do widzenia'],
  ['clerk comes', 'free'],
  ['write', 'jaki jest status mojej sprawy'],
  ['pick', 'Nie, dziękuję'],
  ['write', 'chcę rozmawiać z człowiekiem'],
  ['clerk takes', ''],
  ['clerk writes', 'Dzień dobry, już sprawdzam.'],
  ['clerk ends', 'status sprawy'],
  ['pick', '4'],
  ['pick', 'Dodaj zdanie'],
  ['write', 'Szybko i miło.'],
  ['clerk comes', 'away'],
  ['write', 'pracownik'],
  ['pick', 'Odpowiedź w czacie'],
]

type Deed = 'write' | 'pick' | 'clerk comes' | 'clerk takes' | 'clerk writes' | 'clerk ends'

/** Deeds that the citizen sees nothing of. */
const UNSEEN: readonly Deed[] = ['clerk comes']

/** What a citizen sees after one deed: words without their layout, and what can be picked then. */
type Step = { readonly words: string; readonly choices: readonly string[] }

const PATIENCE_MS = 10_000

/** What every channel has to show alike: the same text and the same choices, whatever it makes of layout and buttons. */
export function describeChannel(name: string, open: () => Promise<Talk>): void {
  describe(`${name} as a channel`, () => {
    let expected: readonly Step[]
    let shown: readonly Step[]

    beforeAll(async () => {
      expected = await tell(await openReference())
      shown = await tell(await open(), expected)
    }, 120_000)

    it.each(STORY.map(([deed, text], index) => [deed, text, index] as const))(
      'shows what is said after %s „%s”',
      (deed, _text, index) => {
        expect(expected[index]?.words === '').toBe(UNSEEN.includes(deed))
        expect(shown[index]).toEqual(expected[index])
      },
    )

    it('has told a story with choices, pages of text, danger, another language and a clerk', () => {
      expect(expected[0]?.choices).toContain('Rejestracja używanego pojazdu')
      expect(expected.map(({ words }) => words).join()).toMatch(
        /automatycznym asystentem[\s\S]*Zapłać[\s\S]*112[\s\S]*Anna Nowak, pracownik urzędu Dzień dobry[\s\S]*Z-1/,
      )
    })
  })
}

/** Tells the story, and waits at each step for as many words as are to come. */
async function tell(talk: Talk, expected: readonly Step[] = []): Promise<readonly Step[]> {
  const steps: Step[] = []
  const deeds = deedsOf(talk)
  try {
    for (const [index, [deed, text]] of STORY.entries()) {
      // The website greets whoever opens it, so that the greeting is there before.
      const before = index === 0 ? 0 : (await talk.seen()).length
      const step = async () => stepOf((await talk.seen()).slice(before))
      await deeds[deed](text)
      const least = UNSEEN.includes(deed) ? 0 : 1
      const isComplete = async () => (await step()).words.length >= (expected[index]?.words.length ?? least)
      await until(`the answer to „${text}” comes`, isComplete, PATIENCE_MS).catch(ignore)
      steps.push(await step())
    }
    return steps
  } finally {
    await talk.close()
  }
}

function deedsOf({ write, pick, desk }: Talk): Readonly<Record<Deed, (text: string) => Promise<unknown>>> {
  const command = async () => {
    const [held] = [...(await desk.mine(ANNA)), ...(await desk.queue(ANNA))]
    return { conversationId: held?.conversationId ?? '', epoch: held?.epoch ?? 0, commandId: randomUUID() }
  }
  return {
    write,
    pick,
    'clerk comes': presence => desk.setPresence(ANNA, presence === 'free' ? 'free' : 'away'),
    'clerk takes': async () => desk.take(ANNA, await command()),
    'clerk writes': async text => desk.write(ANNA, { ...(await command()), text }),
    'clerk ends': async label => desk.end(ANNA, { ...(await command()), label }),
  }
}

function stepOf(seen: readonly Seen[]): Step {
  return { words: wordsOf(seen.map(({ text }) => text).join(' ')), choices: seen.at(-1)?.choices ?? [] }
}

/** Without marks of Markdown and lists, colons of labels, and blanks: these are the channel's own. */
function wordsOf(text: string): string {
  return text
    .replace(/\[((?:[^\]\\]|\\.)*)\]\((https?:[^)]+)\)/g, '$1 ($2)')
    .replace(/\\(.)/g, '$1')
    .replace(/^\s*[-–]\s/gm, '')
    .replace(/[*_:]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function ignore(): void {
  // What came is compared all the same, and shows more than that something is missing.
}
