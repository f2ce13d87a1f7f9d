import { randomUUID } from 'node:crypto'
import { readConfig } from '../../adapters/config.ts'
import type { NewAccount } from '../../adapters/desk/accounts/account.ts'
import { addAccount, findLogin, setPassword } from '../../adapters/desk/accounts/accounts.ts'
import { hashOfKey, makeKey } from '../../adapters/desk/accounts/key.ts'
import { createPasswordHashing } from '../../adapters/desk/accounts/password-hash.ts'
import { openSession } from '../../adapters/desk/accounts/sessions.ts'
import type { AccountDatabase } from '../../adapters/desk/accounts/steps.ts'

export type DeskAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Where a redirect leads. */
  readonly location: string | null
  /** The parsed body, where it is JSON. */
  readonly body: unknown
}

/** Keeps cookies and says where forms were sent from, as browsers do; does not follow redirects. */
export type DeskBrowser = {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<DeskAnswer>
  readonly submit: (
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<DeskAnswer>
  /** Sends JSON with the session's token, as the desk's page does. */
  readonly post: (path: string, json: unknown, headers?: Readonly<Record<string, string>>) => Promise<DeskAnswer>
  readonly cookie: () => string
}

export function createDeskBrowser(url: string, home = url, kept: Readonly<Record<string, string>> = {}): DeskBrowser {
  const cookies = new Map(Object.entries(kept))

  async function send(path: string, init: RequestInit): Promise<DeskAnswer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(path, url), {
      ...init,
      redirect: 'manual',
      headers: { ...(cookie && { cookie }), ...init.headers },
    })
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? []
      if (/max-age=0/i.test(set)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return {
      status: response.status,
      headers: response.headers,
      text,
      location: response.headers.get('location'),
      body: isJson ? JSON.parse(text) : undefined,
    }
  }

  const own = { origin: home, 'sec-fetch-site': 'same-origin' }
  const get = (path: string, headers = {}) => send(path, { headers })
  return {
    get,
    submit: (path, fields, headers = own) => send(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    async post(path, json, headers) {
      const session = await get('/desk/api/session')
      const csrf = /"csrf":"([^"]+)"/.exec(session.text)?.[1] ?? ''
      return send(path, {
        method: 'POST',
        body: JSON.stringify(json),
        headers: { 'content-type': 'application/json', ...(headers ?? { ...own, 'x-csrf-token': csrf }) },
      })
    },
    cookie: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  }
}

export const PASSWORD = 'cztery lampy nad jeziorem'

/** Made once: hashing takes its time. */
const hashed = createPasswordHashing().hash(PASSWORD)

/** An account with the password above. Gives its id. */
export async function makeAccount(
  database: AccountDatabase,
  told: Partial<NewAccount> & Pick<NewAccount, 'login'>,
): Promise<string> {
  const id = randomUUID()
  const hash = await hashed
  const now = new Date('2026-11-25T09:00:00Z')
  await database.run(function* () {
    yield* addAccount(id, { name: told.login, roles: ['clerk'], departments: [], ...told }, 'test', now)
    yield* setPassword(id, hash, null, now)
  })
  return id
}

/** A browser that somebody has signed in with, without the time that a password takes. */
export async function signedInBrowser(
  url: string,
  database: AccountDatabase,
  login: string,
  now: Date,
): Promise<DeskBrowser> {
  const key = makeKey()
  await database.run(function* () {
    const found = yield* findLogin(login)
    if (!found) throw new Error(`there is no account ${login}`)
    yield* openSession(hashOfKey(key), found.account.id, 'test', readConfig({}).desk.life, now)
  })
  return createDeskBrowser(url, url, { desk: key })
}
