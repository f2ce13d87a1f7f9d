import type { DeskApi } from './desk-api.ts'
import type { PageState } from './page-state.ts'

/** How long the clerk is signed in. */
export type Session = {
  readonly look: () => Promise<void>
  readonly extend: () => Promise<void>
}

/** C07: whoever works is told this long before the session ends. */
const ENDS_SOON_MS = 2 * 60_000

/** `cameBack`: signed in anew in another tab, after the session had ended. */
export function createSession(page: PageState, api: Pick<DeskApi, 'me' | 'extend'>, cameBack: () => void): Session {
  async function look(): Promise<void> {
    const me = await page.attempt(api.me)
    if (!me) return
    const { session, clockAhead } = page.now()
    const isSoon = (end: string) => Date.parse(end) - Date.now() - clockAhead < ENDS_SOON_MS
    page.set({ me, session: isSoon(me.endsAt) ? 'ends-for-good' : isSoon(me.idleEndsAt) ? 'ends-soon' : 'alive' })
    if (session === 'ended') cameBack()
  }

  return {
    look,
    async extend() {
      if (await page.attempt(api.extend)) await look()
    },
  }
}
