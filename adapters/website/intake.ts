import { randomUUID } from 'node:crypto'
import { type Activity, ActivityTypes } from 'botframework-schema'
import { ActivityBot, RATING, UNDO_END } from '../../bot/activity-bot.ts'
import type { Bot } from '../../bot/bot.ts'
import type { Chat, Chats } from '../../bot/chats.ts'
import { NoConversationError } from '../../bot/no-conversation-error.ts'
import type { Accepted, Clock, Store } from '../../bot/ports.ts'
import { InboundAdapter } from '../inbound-adapter.ts'
import { notStored } from '../not-stored.ts'
import { RequestError } from '../request-error.ts'
import { activityId, seqOf } from './activity-id.ts'
import { externalIdOf } from './client-id.ts'
import { noSuchConversation } from './no-such-conversation.ts'
import type { Post } from './read-post.ts'
import type { Streams } from './streams.ts'

/** Takes in what pages post. */
export type Intake = {
  /** The citizen is there; the first time they are greeted. */
  readonly join: (chat: Chat) => Promise<'new' | 'seen'>
  /** Gives the activity's id once it is kept. Throws `RequestError` where it is not. */
  readonly take: (chat: Chat, post: Post) => Promise<string>
}

/** Where the conversations of the website come from, in the store. */
export const SOURCE = 'website'

/** Without an answer after so long the page sees that the assistant is at work. */
const TYPING_MS = 500

export function createIntake({
  bot,
  chats,
  signs,
  streams,
  clock,
}: {
  readonly bot: Pick<Bot, 'accept' | 'isAtWork'>
  readonly chats: Pick<Chats, 'end'>
  readonly signs: Pick<Store, 'showTyping'>
  readonly streams: Pick<Streams, 'showTyping'>
  readonly clock: Clock
}): Intake {
  const adapter = new InboundAdapter()

  /**
   * Whoever posts is the citizen of the token, whatever the page says. Gives the words where files came with them, and nothing
   * where the activity means nothing.
   */
  async function accept(chat: Chat, activity: Partial<Activity>): Promise<Accepted | undefined> {
    let accepted: Accepted | undefined
    const activityBot = new ActivityBot(async event => {
      const origin = { ...event.origin, returnPath: null, isAwaited: false, isOpened: true }
      const kept = await bot.accept({ ...event, origin }).catch(refuseUnkept)
      accepted ??= kept
    })
    const known: Partial<Activity> = {
      channelId: SOURCE,
      from: { id: chat.userId, name: '' },
      recipient: { id: 'assistant', name: '' },
      conversation: { id: chat.conversationId, isGroup: false, conversationType: 'personal', name: '' },
    }
    await adapter.receive({ ...activity, ...known }, context => activityBot.run(context))
    return accepted
  }

  async function end(chat: Chat): Promise<void> {
    if (!chat.endedAt) await chats.end(chat.conversationId, clock())
  }

  /** Whoever goes on writing has not ended. */
  async function goOn(chat: Chat): Promise<void> {
    if (chat.endedAt) await chats.end(chat.conversationId, null)
  }

  /** Where a clerk has the conversation the assistant is done without a word. */
  function showTyping({ conversationId }: Chat, seq: number): void {
    if (bot.isAtWork(conversationId)) streams.showTyping(conversationId, seq)
  }

  return {
    async join(chat) {
      const membersAdded = [{ id: chat.userId, name: '' }]
      const joined = await accept(chat, { type: ActivityTypes.ConversationUpdate, id: 'joined', membersAdded })
      return joined?.status ?? 'seen'
    },

    async take(chat, post) {
      const named = post.channelData?.clientActivityID
      const id = named ? externalIdOf(named) : randomUUID()
      if (post.type === ActivityTypes.Typing) await signs.showTyping(chat.conversationId, 'citizen').catch(ignore)
      if (post.type === ActivityTypes.EndOfConversation) await end(chat)
      if (post.type === ActivityTypes.Message || post.name === UNDO_END) await goOn(chat)
      const accepted = await accept(chat, { ...meaningOf(post, chat), id })
      const seq = accepted?.seq ?? null
      if (seq === null) return `${chat.conversationId}|${id}`
      setTimeout(() => showTyping(chat, seq), TYPING_MS).unref()
      return activityId(chat, seq)
    },
  }
}

/** What of a post is passed on. */
function meaningOf({ type, text, attachments, name, value }: Post, chat: Chat): Partial<Activity> {
  if (type === ActivityTypes.Message) {
    const files = (attachments ?? []).map(() => ({ contentType: 'application/octet-stream' }))
    return { type, text: text ?? '', attachments: files }
  }
  if (type === ActivityTypes.EndOfConversation) return { type }
  if (type !== ActivityTypes.Event) return { type: ActivityTypes.Typing }
  if (name !== RATING) return { type, name: name ?? '', value }
  const seq = seqOf(chat, value?.about)
  if (seq !== undefined && value?.helped !== undefined) return { type, name, value: { seq, isHelpful: value.helped } }
  throw new RequestError(
    400,
    'BadRating',
    'The value of a rating must be {"about": "<id of the answer>", "helped": true}.',
  )
}

function refuseUnkept(cause: unknown): never {
  if (cause instanceof NoConversationError) throw noSuchConversation()
  throw notStored(cause)
}

function ignore(): void {
  // A sign that is not shown takes nothing away.
}
