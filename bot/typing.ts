/** Who is writing at the moment. Kept nowhere, and seen by this process only. */
export type Typing = {
  readonly show: (conversationId: string, writer: Writer) => void
  /** Calls back whenever somebody is seen writing, until the given function is called. */
  readonly watch: (conversationId: string, seen: (writer: Writer) => void) => () => void
}

export type Writer = 'citizen' | 'clerk'

export function createTyping(): Typing {
  const watching = new Map<string, Set<(writer: Writer) => void>>()
  return {
    show(conversationId, writer) {
      for (const seen of watching.get(conversationId) ?? []) seen(writer)
    },
    watch(conversationId, seen) {
      const set = watching.get(conversationId) ?? new Set()
      watching.set(conversationId, set.add(seen))
      return () => {
        set.delete(seen)
        if (set.size === 0 && watching.get(conversationId) === set) watching.delete(conversationId)
      }
    },
  }
}
