/** Runs the work of one conversation one after another, and that of different ones side by side. */
export type TurnOrder = {
  /** Runs `work` once all earlier work of the conversation has ended, however it ended. Settles as `work` does. */
  readonly run: <T>(conversation: string, work: () => Promise<T>) => Promise<T>
  /** Whether work of the conversation is under way. */
  readonly isBusy: (conversation: string) => boolean
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
}

export function createTurnOrder(): TurnOrder {
  const last = new Map<string, Promise<void>>()
  return {
    run(conversation, work) {
      const result = (last.get(conversation) ?? Promise.resolve()).then(work)
      const end: Promise<void> = result.then(ignore, ignore).then(() => {
        if (last.get(conversation) === end) last.delete(conversation)
      })
      last.set(conversation, end)
      return result
    },
    isBusy: conversation => last.has(conversation),
    async idle() {
      while (last.size > 0) await Promise.all(last.values())
    },
  }
}

function ignore(): void {
  // Who asked for the work gets its failure; the order only waits for its end.
}
