import { hashOfKey, makeKey } from './key.ts'

/** A new one-time link, and what is kept of it. `origin`: of the desk, as browsers see it. */
export function makeInvitationLink(origin: string): { readonly link: string; readonly hash: string } {
  const key = makeKey()
  return { link: `${origin}/desk/invitation?key=${key}`, hash: hashOfKey(key) }
}
