import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock } from '../../../bot/ports.ts'
import type { Account } from './account.ts'
import type { Cookies } from './cookies.ts'
import { hashOfKey, makeKey } from './key.ts'
import { openSession, type SessionLife } from './sessions.ts'
import type { AccountDatabase } from './steps.ts'

/** Signs somebody in: always under a new key, and the browser's older session ends. `how`: as the audit log says it. */
export type OpenSession = (
  request: IncomingMessage,
  response: ServerResponse,
  account: Account,
  how: 'password' | 'organisation' | 'invitation',
) => Promise<void>

export function createSessionOpener({
  database,
  cookies,
  clock,
  life,
}: {
  readonly database: AccountDatabase
  readonly cookies: Cookies
  readonly clock: Clock
  readonly life: SessionLife
}): OpenSession {
  return async (request, response, account, how) => {
    const key = makeKey()
    const older = cookies.read(request, 'desk')
    await database.run(() =>
      openSession(hashOfKey(key), account.id, how, life, clock(), older === undefined ? null : hashOfKey(older)),
    )
    cookies.set(response, 'desk', key)
  }
}
