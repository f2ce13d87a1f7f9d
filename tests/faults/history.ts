/** What can happen while a fault is tried, as seen from outside the service. */
export type Happened =
  /** A sender tries to deliver a message; it does so again until it is acknowledged. */
  | { readonly kind: 'sent'; readonly id: string; readonly conversation: string; readonly text: string }
  | { readonly kind: 'acked'; readonly id: string }
  /** Status 0: no answer came. */
  | { readonly kind: 'refused'; readonly id: string; readonly status: number; readonly body: string }
  /** The channel took a reply. */
  | { readonly kind: 'received'; readonly conversation: string; readonly delivery: number; readonly text: string }
  /** The channel was told why: a tester's channel gets the question with the answer. */
  | { readonly kind: 'traced'; readonly conversation: string; readonly question: string }
  /** Something broke that may lead to one visible repeat in each conversation: a process died, a connection was cut. */
  | { readonly kind: 'broke'; readonly what: string }
  | { readonly kind: 'healed'; readonly what: string }
  /** A service process ended as it was told to. */
  | { readonly kind: 'stopped'; readonly status: number | null }

export type Kind = Happened['kind']
export type Entry<K extends Kind = Kind> = Extract<Happened, { readonly kind: K }> & {
  /** Milliseconds of this process's monotonic clock. */
  readonly at: number
}

/** What happened, in the order in which this process learnt of it, and what the service wrote meanwhile. */
export type History = {
  readonly add: (happened: Happened) => void
  readonly all: () => readonly Entry[]
  readonly of: <K extends Kind>(kind: K) => readonly Entry<K>[]
  /** Resolves once `count` more things have happened. */
  readonly more: (count: number) => Promise<void>
  readonly addLog: (text: string) => void
  readonly log: () => string
}

export function createHistory(): History {
  const entries: Entry[] = []
  const log: string[] = []
  const waiting = new Set<{ readonly length: number; readonly resolve: () => void }>()

  return {
    add(happened) {
      entries.push({ ...happened, at: performance.now() })
      for (const each of waiting) {
        if (entries.length < each.length) continue
        waiting.delete(each)
        each.resolve()
      }
    },
    all: () => entries,
    of: kind => entries.filter((entry): entry is Entry<typeof kind> => entry.kind === kind),
    more: count => new Promise(resolve => waiting.add({ length: entries.length + count, resolve })),
    addLog: text => log.push(text),
    log: () => log.join(''),
  }
}
