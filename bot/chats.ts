/** A conversation on the office's website, which its page reads and writes by itself. */
export type Chat = {
  readonly conversationId: string
  /** The citizen's name in the protocol; tells nothing about them. */
  readonly userId: string
  /** The website's address; null where the page did not say. */
  readonly origin: string | null
  readonly endedAt: Date | null
  /** Number of the last message. */
  readonly lastSeq: number
}

/** What a page holds to come back (`resume`), or to open one stream. Hashed: only the page knows it. */
export type ChatKey = { readonly kind: 'resume' | 'stream'; readonly hash: string; readonly expiresAt: Date }

/** Where chats are kept, beside their conversations. */
export type Chats = {
  /** Opens a conversation whose address in the channel is its own id. Gives the id. */
  open(chat: Pick<Chat, 'userId' | 'origin'> & { readonly source: string }, key: ChatKey, now: Date): Promise<string>
  find(conversationId: string): Promise<Chat | undefined>
  /** Notes when the citizen ended the chat, or that they did not when null. */
  end(conversationId: string, endedAt: Date | null): Promise<void>
  addKey(conversationId: string, key: ChatKey, now: Date): Promise<void>
  /** Gives the conversation that an unexpired `stream` key opens, once. */
  useStreamKey(hash: string, now: Date): Promise<string | undefined>
  /**
   * Gives the conversation of an unexpired `resume` key and adds the next one. Older ones stop working at once, the used one when
   * the next one is used, or at `until`. Nothing happens where `origin` is not null and not that of the chat.
   */
  useResumeKey(hash: string, origin: string | null, next: ChatKey, until: Date, now: Date): Promise<string | undefined>
}
