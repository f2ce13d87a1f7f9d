/** The event belongs to a conversation that is not there, perhaps as it was erased. Nothing was kept. */
export class NoConversationError extends Error {
  constructor() {
    super('the conversation is not there')
    this.name = 'NoConversationError'
  }
}
