import { randomUUID } from 'node:crypto'
import { type Activity, ActivityHandler, TurnContext } from 'botbuilder'
import { z } from 'zod'
import type { ConversationEvent, Origin } from './event.ts'

/** Takes what an activity meant. Resolves once the event was kept; throws when it was not. */
export type TakeEvent = (event: ConversationEvent, context: TurnContext) => Promise<void>

/** Maps activities to events. Those that mean nothing here, such as reactions, are left alone. */
export class ActivityBot extends ActivityHandler {
  constructor(take: TakeEvent) {
    super()
    this.onMessage(async context => {
      const event = readMessage(context.activity)
      if (event) await take(event, context)
    })
    this.onEvent(async context => {
      const event = readRating(context.activity)
      if (event) await take(event, context)
    })
    this.onMembersAdded(async context => {
      const event = readMembersAdded(context.activity)
      if (event) await take(event, context)
    })
  }
}

function readMessage(activity: Activity): ConversationEvent | undefined {
  const origin = originOf(activity)
  if (isGroup(activity)) return { kind: 'group-wrote', origin }
  if (activity.text?.trim()) return { kind: 'citizen-wrote', origin, text: activity.text }
  return activity.attachments?.length ? { kind: 'citizen-sent-file', origin } : undefined
}

/** Name of the activity that says whether an answer helped. */
export const RATING = 'rating'

const rating = z.object({ seq: z.number().int(), isHelpful: z.boolean() })

function readRating(activity: Activity): ConversationEvent | undefined {
  const { data } = rating.safeParse(activity.value)
  return activity.name === RATING && data ? { kind: 'citizen-rated', origin: originOf(activity), ...data } : undefined
}

function readMembersAdded(activity: Activity): ConversationEvent | undefined {
  const origin = originOf(activity)
  if (isGroup(activity)) return { kind: 'group-wrote', origin }
  const isSomebody = activity.membersAdded?.some(member => member.id !== activity.recipient?.id)
  return isSomebody ? { kind: 'citizen-joined', origin } : undefined
}

/** An activity without an id cannot be told from another one, so it is always new. */
function originOf(activity: Activity): Origin {
  return {
    source: activity.channelId,
    address: activity.conversation.id,
    externalId: activity.id ?? randomUUID(),
    returnPath: JSON.stringify(returnPathOf(activity)),
    isAwaited: activity.deliveryMode === 'expectReplies',
  }
}

/** What is needed to write back; not the citizen's name. */
function returnPathOf(activity: Activity): unknown {
  const { user, ...reference } = TurnContext.getConversationReference(activity)
  return { ...reference, user: { id: user?.id } }
}

function isGroup({ conversation }: Activity): boolean {
  return conversation.isGroup || ['groupChat', 'channel'].includes(conversation.conversationType)
}
