import { DeskRefusal } from './desk-api.ts'
import { type DeskPageState, NEW_DESK, type OpenState } from './desk-state.ts'
import { LAST_OPEN } from './last-open.ts'

/** The one place where what the page shows is changed. */
export type PageState = {
  readonly now: () => DeskPageState
  readonly set: (change: Partial<DeskPageState>) => void
  /** Changes the open conversation; nothing where none is. */
  readonly setOpen: (change: Partial<OpenState>) => void
  /** What was masked is masked again, as nobody may be there any more. */
  readonly endSession: () => void
  /** Shows what a failure means: for the session, the conversation that it was about, or the network. */
  readonly fail: (error: unknown, conversationId?: string) => void
  /** The result, or nothing where it failed, which is shown. `conversationId`: what it is about. */
  readonly attempt: <Result>(work: () => Promise<Result>, conversationId?: string) => Promise<Result | undefined>
}

const NOT_SIGNED_IN = 401
const NOT_FOUND = 404

/** `happened` is told of each change before `changed`, for whoever does not see it; `lost` when a conversation could not be read. */
export function createPageState({
  changed,
  happened,
  lost,
}: {
  readonly changed: () => void
  readonly happened: (before: DeskPageState, after: DeskPageState) => void
  readonly lost: () => void
}): PageState {
  let state = NEW_DESK

  function set(change: Partial<DeskPageState>): void {
    const before = state
    state = { ...state, ...change }
    happened(before, state)
    changed()
  }

  function endSession(): void {
    set({ session: 'ended', open: state.open && { ...state.open, revealed: new Map() } })
  }

  function fail(error: unknown, conversationId?: string): void {
    if (!(error instanceof DeskRefusal)) set({ connection: 'offline' })
    else if (error.status === NOT_SIGNED_IN) endSession()
    else if (error.status === NOT_FOUND && conversationId !== undefined) lose(conversationId)
    else set({ problem: { kind: 'not-done' } })
  }

  /** Another one that is open stays so. */
  function lose(id: string): void {
    if (LAST_OPEN.read() === id) LAST_OPEN.forget()
    set({ open: state.open?.conversation.conversationId === id ? null : state.open, problem: { kind: 'gone' } })
    lost()
  }

  return {
    now: () => state,
    set,
    setOpen(change) {
      if (state.open) set({ open: { ...state.open, ...change } })
    },
    endSession,
    fail,
    async attempt(work, conversationId) {
      try {
        return await work()
      } catch (error) {
        fail(error, conversationId)
        return undefined
      }
    },
  }
}
