import type { MessageLanguage } from '../../wire.ts'
import type { NewCommand } from './new-command.ts'

/** What a clerk has begun to write in a conversation, and what was sent and not confirmed. */
export type Draft = Written & { readonly unsent: readonly NewCommand[] }

/** What stands in the field. */
export type Written = {
  readonly kind: 'reply' | 'note'
  readonly text: string
  readonly language: MessageLanguage
}

export const EMPTY_DRAFT: Draft = { kind: 'reply', text: '', language: 'pl', unsent: [] }

/** Drafts by conversation. Kept on the device until they are sent, whatever happens to the page or the session. */
export type Drafts = {
  readonly read: (conversationId: string) => Draft
  readonly write: (conversationId: string, draft: Draft) => void
  /** Those in which somebody has begun to write on this device, whatever their account. */
  readonly conversations: () => readonly string[]
  /** Removes what was begun in it, whatever the account: it was erased. */
  readonly forget: (conversationId: string) => void
}

type Device = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'desk-draft:'

/** Each account has its own, also where several people use one machine. */
export function createDrafts(accountId: string, storage: Device): Drafts {
  /** Where the device keeps nothing, the page does while it is open. */
  const known = new Map<string, Draft>()
  const keyOf = (id: string) => `${PREFIX}${accountId}:${id}`
  const conversationOf = (key: string) => key.slice(key.lastIndexOf(':') + 1)
  const isEmpty = ({ text, unsent }: Draft) => text === '' && unsent.length === 0

  function keys(): readonly string[] {
    const all = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    return all.filter(key => key.startsWith(PREFIX))
  }

  return {
    read(id) {
      const draft = known.get(id)
      if (draft) return draft
      try {
        return { ...EMPTY_DRAFT, ...JSON.parse(storage.getItem(keyOf(id)) ?? '{}') }
      } catch {
        return EMPTY_DRAFT
      }
    },
    write(id, draft) {
      known.set(id, draft)
      try {
        if (isEmpty(draft)) storage.removeItem(keyOf(id))
        else storage.setItem(keyOf(id), JSON.stringify(draft))
      } catch {
        // It is kept in the page alone then.
      }
    },
    conversations() {
      const inPage = [...known].filter(([, draft]) => !isEmpty(draft)).map(([id]) => id)
      return [...new Set([...inPage, ...keys().map(conversationOf)])]
    },
    forget(id) {
      known.delete(id)
      for (const key of keys()) if (conversationOf(key) === id) storage.removeItem(key)
    },
  }
}
