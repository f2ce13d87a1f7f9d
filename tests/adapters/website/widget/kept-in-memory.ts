import type { Kept } from '../../../../adapters/website/widget/chat/kept.ts'

/** What a browser keeps, without a browser. */
export function keptInMemory<Value>(value?: Value): Kept<Value> {
  let kept = value
  return {
    read: () => kept,
    write: next => {
      kept = next
    },
    remove: () => {
      kept = undefined
    },
    onChange: () => undefined,
  }
}
