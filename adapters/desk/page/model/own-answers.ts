import type { OwnReadyAnswer } from '../../wire.ts'
import type { DeskApi } from './desk-api.ts'
import type { PageState } from './page-state.ts'

/** The clerk's own ready answers, as they stand on the server. */
export type OwnAnswers = {
  readonly read: () => Promise<void>
  readonly keep: (answer: OwnReadyAnswer) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

export function createOwnAnswers(
  page: PageState,
  api: Pick<DeskApi, 'readyAnswers' | 'keepReadyAnswer' | 'removeReadyAnswer'>,
): OwnAnswers {
  async function show(ask: () => Promise<readonly OwnReadyAnswer[]>): Promise<void> {
    const own = await page.attempt(ask)
    if (own) page.set({ own })
  }

  return {
    read: () => show(api.readyAnswers),
    keep: answer => show(() => api.keepReadyAnswer(answer)),
    remove: id => show(() => api.removeReadyAnswer(id)),
  }
}
