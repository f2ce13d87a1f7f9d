import type { Clock, Log, Store } from './ports.ts'
import type { TakeTurns } from './take-turns.ts'
import { TurnError } from './turn-error.ts'

/** Comes back to turns that were left behind. */
export type Recovery = {
  /** Takes the conversation's turns. What fails is logged, and taken up again by `recover`. */
  readonly run: (conversationId: string) => Promise<void>
  /** Takes the turns that were left behind, by this process or another one. Twice at once is once. */
  readonly recover: () => Promise<void>
}

/** After so many conversations in a row that the store failed it is the store, and not they. */
const MOST_FAILURES = 3

export function createRecovery(store: Pick<Store, 'recover'>, takeTurns: TakeTurns, clock: Clock, log: Log): Recovery {
  /** Conversations whose turn the store failed. That is no fault of the event, so it is not counted as an attempt. */
  const owed = new Set<string>()
  let recovering: Promise<void> | undefined

  /** False where the store has failed. */
  async function run(conversationId: string): Promise<boolean> {
    try {
      await takeTurns(conversationId)
      owed.delete(conversationId)
      return true
    } catch (error) {
      log.error({ conversation: conversationId, error: String(error) }, 'work after an event failed')
      if (error instanceof TurnError) return true
      // Behind the others, so that one that always fails holds up none of them.
      owed.delete(conversationId)
      owed.add(conversationId)
      return false
    }
  }

  /** Those that are owed, each once, and then what others have left, counted as an attempt. */
  async function* leftBehind(): AsyncGenerator<string> {
    yield* [...owed]
    for (;;) {
      const [conversationId] = await store.recover(clock(), [...owed])
      if (conversationId === undefined) return
      yield conversationId
    }
  }

  /** One after another, and only as long as the store can be used. */
  async function recover(): Promise<void> {
    let failures = 0
    for await (const conversationId of leftBehind()) {
      failures = (await run(conversationId)) ? 0 : failures + 1
      if (failures === MOST_FAILURES) return
    }
  }

  return {
    async run(conversationId) {
      await run(conversationId)
    },
    recover() {
      recovering ??= recover().finally(() => {
        recovering = undefined
      })
      return recovering
    },
  }
}
