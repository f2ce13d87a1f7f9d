import type { Activity } from './activity.ts'
import { BLANK, type Entry, toEntry } from './entry.ts'
import type { Kept } from './kept.ts'
import type { Unsent } from './sender.ts'

/** The messages of the conversation: each once, however often and from wherever it comes. */
export type Messages = {
  /** Those that the server gave, in its order. */
  readonly confirmed: () => readonly Entry[]
  /** All of them; those that the server has not confirmed come last. */
  readonly all: () => readonly Entry[]
  /** The citizen's is the last word. */
  readonly areAwaitingAnswer: () => boolean
  /** Gives those that are new. `isOwn`: one of them was written on this device. */
  readonly take: (activities: readonly Activity[]) => { readonly entries: readonly Entry[]; readonly isOwn: boolean }
  /** The server has it, but may not have given it back yet. */
  readonly sent: (unsent: Unsent) => void
  readonly clear: () => void
}

/** Whether an answer helped, by its id. */
export type Ratings = Readonly<Record<string, boolean>>

/** `unsent`: what the citizen wrote and the server has not confirmed. */
export function createMessages(unsent: () => readonly Unsent[], ratings: Pick<Kept<Ratings>, 'read'>): Messages {
  let confirmed: readonly Entry[] = []
  let sent: readonly Entry[] = []

  function rated(entry: Entry): Entry {
    const helped = ratings.read()?.[entry.id ?? '']
    return helped === undefined ? entry : { ...entry, rating: helped ? 'helped' : 'not-helped' }
  }

  const isKnown = (key: string) => has(confirmed, key) || has(sent, key)

  return {
    confirmed: () => confirmed,
    all: () => [
      ...confirmed.map(rated),
      ...sent,
      ...unsent().flatMap(each => (isKnown(each.id) ? [] : fromUnsent(each, each.state))),
    ],
    areAwaitingAnswer: () => confirmed.at(-1)?.speaker === 'citizen' || sent.length > 0,
    take(activities) {
      const entries = activities.flatMap(activity => toEntry(activity) ?? []).filter(({ key }) => !has(confirmed, key))
      const isOwn = entries.some(({ key }) => has(sent, key) || unsent().some(({ id }) => id === key))
      confirmed = [...confirmed, ...entries]
      sent = sent.filter(({ key }) => !has(confirmed, key))
      return { entries, isOwn }
    },
    sent(delivered) {
      if (!has(confirmed, delivered.id)) sent = [...sent, ...fromUnsent(delivered, 'sent')]
    },
    clear() {
      confirmed = []
      sent = []
    },
  }
}

function has(entries: readonly Entry[], key: string): boolean {
  return entries.some(entry => entry.key === key)
}

/** Nothing for what leaves no message. */
function fromUnsent({ id, said, at }: Unsent, delivery: Entry['delivery']): readonly Entry[] {
  if (said.kind !== 'message') return []
  const blocks = [{ kind: 'paragraph', text: said.text }] as const
  return [{ ...BLANK, key: id, speaker: 'citizen', at: new Date(at), blocks, delivery }]
}
