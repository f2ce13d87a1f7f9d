/** What is needed to write back: who, and when they wrote last. */
export type ReturnPath = { readonly recipient: string; readonly wroteAt: Date }

export function writeReturnPath({ recipient, wroteAt }: ReturnPath): string {
  return JSON.stringify({ recipient, wroteAt })
}

/** Reads what `writeReturnPath` wrote. */
export function readReturnPath(written: string): ReturnPath {
  const { recipient, wroteAt } = JSON.parse(written)
  return { recipient, wroteAt: new Date(wroteAt) }
}
