import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DeskAddress } from './desk-address.ts'

export type CookieName = 'desk' | 'desk-organisation'

/** Cookies of the desk: no script reads them, and no other site sends them along but by a link. */
export type Cookies = {
  readonly read: (request: IncomingMessage, name: CookieName) => string | undefined
  /** Until the browser is closed, or for `maxAgeSeconds`. */
  readonly set: (response: ServerResponse, name: CookieName, value: string, maxAgeSeconds?: number) => void
  readonly clear: (response: ServerResponse, name: CookieName) => void
}

/**
 * Over https they are `__Host-…` and `Secure`, so that neither another host of the domain nor plain http can set or see them.
 * On this machine, without https, browsers would not keep such cookies: there they lack prefix and `Secure`.
 */
export function createCookies(address: () => DeskAddress): Cookies {
  const isSecure = () => address().kind === 'https'
  const full = (name: CookieName) => (isSecure() ? `__Host-${name}` : name)
  const write = (response: ServerResponse, name: CookieName, value: string, more: string) => {
    const attributes = `; Path=/; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}${more}`
    response.appendHeader('Set-Cookie', `${full(name)}=${value}${attributes}`)
  }
  return {
    read({ headers }, name) {
      const start = `${full(name)}=`
      return headers.cookie
        ?.split(';')
        .map(pair => pair.trim())
        .find(pair => pair.startsWith(start))
        ?.slice(start.length)
    },
    set: (response, name, value, maxAgeSeconds) =>
      write(response, name, value, maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`),
    clear: (response, name) => write(response, name, '', '; Max-Age=0'),
  }
}
