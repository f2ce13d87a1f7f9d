import type { DeskMessage } from '../../wire.ts'

/** A number that a citizen completes with their next message is masked anew in both; turns that are late add one. */
const MAY_BE_MASKED_ANEW = 3

/** Number after which messages are read again: what is new, and what may have been masked anew since it was read. */
export function readAgainAfter(known: readonly DeskMessage[]): number {
  const written = known.filter(({ speaker }) => speaker === 'citizen')
  const first = written.at(-MAY_BE_MASKED_ANEW) ?? known.at(0)
  return first ? first.seq - 1 : 0
}

/** What is known, with what was read again; the same array where nothing has changed. */
export function mergeMessages(known: readonly DeskMessage[], read: readonly DeskMessage[]): readonly DeskMessage[] {
  const bySeq = new Map(known.map(message => [message.seq, message]))
  const changed = read.filter(message => JSON.stringify(message) !== JSON.stringify(bySeq.get(message.seq)))
  if (changed.length === 0) return known
  for (const message of changed) bySeq.set(message.seq, message)
  return [...bySeq.values()].toSorted((one, other) => one.seq - other.seq)
}
