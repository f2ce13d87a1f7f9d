import { beforeAll, describe, expect, it } from '@jest/globals'
import { until } from '../faults/until.ts'
import { openReference, type Seen, type Talk } from '../setup/talk.ts'

/** What a citizen does; a choice is picked by its label in full. */
const STORY: readonly (readonly ['write' | 'pick', string])[] = [
  ['write', 'wniosek o samochód'],
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
]

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

    it.each(STORY.map(([, text], index) => [text, index] as const))('shows what is said after „%s”', (_text, index) => {
      expect(expected[index]?.words).not.toBe('')
      expect(shown[index]).toEqual(expected[index])
    })

    it('has told a story with choices, pages of text and danger', () => {
      expect(expected[0]?.choices).toContain('Rejestracja używanego pojazdu')
      expect(expected.map(({ words }) => words).join()).toMatch(/automatycznym asystentem[\s\S]*Zapłać[\s\S]*112/)
    })
  })
}

/** Tells the story, and waits at each step for as many words as are to come. */
async function tell(talk: Talk, expected: readonly Step[] = []): Promise<readonly Step[]> {
  const steps: Step[] = []
  try {
    for (const [index, [deed, text]] of STORY.entries()) {
      // The website greets whoever opens it, so that the greeting is there before.
      const before = index === 0 ? 0 : (await talk.seen()).length
      const step = async () => stepOf((await talk.seen()).slice(before))
      await talk[deed](text)
      const isComplete = async () => (await step()).words.length >= (expected[index]?.words.length ?? 1)
      await until(`the answer to „${text}” comes`, isComplete, PATIENCE_MS).catch(ignore)
      steps.push(await step())
    }
    return steps
  } finally {
    await talk.close()
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
