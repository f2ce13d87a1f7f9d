import { type DeskPerson, readableBy } from './desk-person.ts'
import type { DeskConversation, DeskStore } from './desk-store.ts'

/** The conversation, where it is there and the person may read it. */
export async function findReadable(
  desk: Pick<DeskStore, 'find'>,
  person: DeskPerson,
  conversationId: string,
): Promise<DeskConversation | undefined> {
  const conversation = await desk.find(conversationId)
  return conversation && mayRead(person, conversation) ? conversation : undefined
}

/** Whoever holds a conversation reads it, whatever its department: a colleague gave it to them. */
function mayRead(person: DeskPerson, { department, clerk }: DeskConversation): boolean {
  return clerk?.id === person.clerkId || readableBy(person).includes(department)
}
