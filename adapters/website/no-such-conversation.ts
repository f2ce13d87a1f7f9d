import { RequestError } from '../request-error.ts'

/** The same words for a conversation of somebody else, for one that is gone and for one that never was. */
export function noSuchConversation(status: 403 | 404 = 404): RequestError {
  return new RequestError(status, 'ConversationNotFound', 'There is no such conversation for this token.')
}
