import type { Block, Standing } from '../../../../dialogs/reply.ts'

/** What the widget reads of an activity. The server is ours, but what is missing is taken for absent. */
export type Activity = {
  readonly type: string
  readonly id: string
  readonly timestamp: string
  readonly from: { readonly id?: string; readonly role?: string; readonly name?: string }
  readonly text?: string
  readonly replyToId?: string
  readonly channelData?: {
    /** What the sender named the message; ours alone when it came from this device. */
    readonly clientActivityID?: string
    /** The assistant's reply as it is made; `text` is the same as Markdown, for other clients. */
    readonly reply?: {
      readonly blocks: readonly Block[]
      readonly choices: readonly string[]
      readonly asksIfHelpful?: boolean
      readonly asksAboutClerk?: boolean
      /** Who answers from here on; absent where that stays the same. */
      readonly standing?: Standing
    }
  }
}

/** Activities in order, and the place after them. */
export type ActivitySet = { readonly activities: readonly Activity[]; readonly watermark?: string }
