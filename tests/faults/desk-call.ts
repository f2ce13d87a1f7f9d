import type { Desk } from '../../bot/desk.ts'

/** A call of the desk that the harness has a service process make. What it gives comes back as JSON. */
export type DeskCall = {
  readonly method: 'setPresence' | 'seen' | 'take' | 'write'
  readonly args: readonly unknown[]
}

export function makeDeskCall(desk: Desk, { method, args }: DeskCall): Promise<unknown> {
  const call = desk[method] as (...args: readonly unknown[]) => Promise<unknown>
  return call(...args)
}
