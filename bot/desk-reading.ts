import { type DeskPerson, readableBy } from './desk-person.ts'
import type { DeskConversation, DeskRead } from './desk-store.ts'
import { findReadable } from './find-readable.ts'
import type { Message } from './message.ts'
import type { Clock, Store } from './ports.ts'

/** A conversation with all that was said in it, and what the assistant would have said: `Message.content.explanation`. */
export type OpenedConversation = {
  readonly conversation: DeskConversation
  readonly messages: readonly Message[]
  /** Where the open ticket is to be answered, besides the chat. */
  readonly contact: string | null
}

/** What clerks read of what was said. It is noted who read what. */
export type DeskReading = {
  /** Notes that it was read. Nothing where it is not there, or not theirs to read. */
  open(person: DeskPerson, conversationId: string): Promise<OpenedConversation | undefined>
  /** What came after `seq`, for a page that has it open. */
  messagesAfter(person: DeskPerson, conversationId: string, seq: number): Promise<readonly Message[] | undefined>
  /** Notes that it was searched. */
  search(person: DeskPerson, text: string): Promise<readonly DeskConversation[]>
  /** The original of a masked message, while it is kept. Notes that it was read. */
  reveal(person: DeskPerson, conversationId: string, seq: number): Promise<string | undefined>
}

const MOST_FOUND = 50

export function createDeskReading({ desk, original }: Pick<Store, 'desk' | 'original'>, clock: Clock): DeskReading {
  function noteRead(person: DeskPerson, what: DeskRead['what'], conversationId: string | null): Promise<void> {
    return desk.noteRead({ clerkId: person.clerkId, conversationId, what, at: clock() })
  }

  return {
    async open(person, conversationId) {
      const conversation = await findReadable(desk, person, conversationId)
      if (!conversation) return undefined
      await noteRead(person, 'conversation', conversationId)
      const [messages, contact] = await Promise.all([desk.history(conversationId, 0), desk.contactOf(conversationId)])
      return { conversation, messages, contact }
    },

    async messagesAfter(person, conversationId, seq) {
      return (await findReadable(desk, person, conversationId)) && desk.history(conversationId, seq)
    },

    async search(person, text) {
      if (text.trim() === '') return []
      await noteRead(person, 'search', null)
      return desk.search(text, readableBy(person), MOST_FOUND)
    },

    async reveal(person, conversationId, seq) {
      if (!(await findReadable(desk, person, conversationId))) return undefined
      await noteRead(person, 'original', conversationId)
      return original(conversationId, seq)
    },
  }
}
