import type { DirectLine, Grant } from './direct-line.ts'
import type { Kept } from './kept.ts'
import { oneTabAtATime } from './one-tab-at-a-time.ts'
import { isForbidden } from './server-refusal.ts'

/** The right to one conversation, shared by all tabs. */
export type Session = {
  readonly conversationId: string
  readonly token: string
  readonly expiresAt: number
  readonly refreshAt: number
  readonly resumeToken: string
}

export type SessionKeeper = {
  /** What this device has, good or not. */
  readonly current: () => Session | undefined
  /** A session whose token is good, made, refreshed or resumed as needed. Throws `SessionLost`. */
  readonly ensure: () => Promise<Session>
  /** Told that the server refused a token; the next `ensure` resumes unless another tab did. */
  readonly refused: (session: Session) => void
  readonly forget: () => void
}

/** The conversation of this device can no longer be reached: erased, or kept no longer. */
export class SessionLost extends Error {}

const LOCK = 'office-chat-session'

/** `now` in milliseconds. One tab at a time changes the session, as a resume token is good for one use. */
export function createSessionKeeper(
  directLine: Pick<DirectLine, 'generate' | 'start' | 'refresh' | 'resume'>,
  kept: Kept<Session>,
  now: () => number,
): SessionKeeper {
  let refusedToken: string | undefined

  const isGood = (session: Session) => session.token !== refusedToken && session.refreshAt > now()

  async function renew(): Promise<Session> {
    const session = kept.read()
    if (!session) return begin()
    if (isGood(session)) return session
    const isAlive = session.token !== refusedToken && session.expiresAt > now()
    return (isAlive ? await refresh(session) : undefined) ?? (await resume(session))
  }

  async function begin(): Promise<Session> {
    const grant = await directLine.generate()
    await directLine.start(grant.token)
    return keep(grant)
  }

  async function refresh(session: Session): Promise<Session | undefined> {
    try {
      return keep({ ...session, ...(await directLine.refresh(session.token)) })
    } catch (error) {
      if (isForbidden(error)) return undefined
      throw error
    }
  }

  async function resume(session: Session): Promise<Session> {
    try {
      return keep(await directLine.resume(session.resumeToken))
    } catch (error) {
      if (!isForbidden(error)) throw error
      kept.remove()
      throw new SessionLost('', { cause: error })
    }
  }

  function keep({ conversationId, token, expires_in, resumeToken }: Grant): Session {
    const lifeMs = expires_in * 1000
    const session: Session = {
      conversationId,
      token,
      resumeToken,
      expiresAt: now() + lifeMs,
      refreshAt: now() + lifeMs / 2,
    }
    kept.write(session)
    return session
  }

  return {
    current: kept.read,
    async ensure() {
      const session = kept.read()
      return session && isGood(session) ? session : oneTabAtATime(LOCK, renew)
    },
    refused({ token }) {
      refusedToken = token
    },
    forget: kept.remove,
  }
}
