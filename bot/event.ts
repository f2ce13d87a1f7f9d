/** Where an event came from, and the key that tells whether it was seen before. */
export type Origin = {
  /** Channel, such as `emulator` or `facebook`. */
  readonly source: string
  /** The channel's own name of the conversation. */
  readonly address: string
  /** The channel's own name of this event. */
  readonly externalId: string
  /** What the channel needs to write back, as JSON; opaque to the bot. Null where replies are fetched, not pushed. */
  readonly returnPath: string | null
  /** Replies are returned to the sender that waits, and not pushed. */
  readonly isAwaited: boolean
  /** The channel has opened the conversation itself, under this address: no silence ends it. Default false. */
  readonly isOpened?: boolean
}

/** What can happen to a conversation. */
export type Happening =
  | { readonly kind: 'citizen-joined' }
  | { readonly kind: 'citizen-wrote'; readonly text: string }
  /** A file, picture or card without words. */
  | { readonly kind: 'citizen-sent-file' }
  /** Said whether the answer with that number helped. */
  | { readonly kind: 'citizen-rated'; readonly seq: number; readonly isHelpful: boolean }
  /** The bot was added to, or addressed in, a conversation of several people. */
  | { readonly kind: 'group-wrote' }

/** Something that happened, and where it came from. Each becomes one turn. */
export type ConversationEvent = Happening & { readonly origin: Origin }
