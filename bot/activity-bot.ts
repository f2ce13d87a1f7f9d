import { randomUUID } from 'node:crypto'
import { type Activity, ActivityHandler, type Attachment, TurnContext } from 'botbuilder-core'
import { z } from 'zod'
import { DESK_ACTS } from '../dialogs/choice.ts'
import type { ConversationEvent, Origin } from './event.ts'

/** Takes what an activity meant. Resolves once the event was kept; throws when it was not. */
export type TakeEvent = (event: ConversationEvent, context: TurnContext) => Promise<void>

/** Maps activities to events. Those that mean nothing here, such as reactions, are left alone. */
export class ActivityBot extends ActivityHandler {
  constructor(take: TakeEvent) {
    super()
    this.onMessage(async context => {
      for (const event of readMessage(context.activity)) await take(event, context)
    })
    this.onEvent(async context => {
      const event = readRating(context.activity) ?? readDeskEvent(context.activity)
      if (event) await take(event, context)
    })
    this.onEndOfConversation(async context => {
      if (!isGroup(context.activity)) await take({ kind: 'citizen-ended', origin: originOf(context.activity) }, context)
    })
    this.onMembersAdded(async context => {
      const event = readMembersAdded(context.activity)
      if (event) await take(event, context)
    })
  }
}

/** Words, and the files that came with them: both are answered, so each has a key of its own. */
function readMessage(activity: Activity): readonly ConversationEvent[] {
  const origin = originOf(activity)
  if (isGroup(activity)) return [{ kind: 'group-wrote', origin }]
  const text = activity.text ?? ''
  const hasWords = text.trim() !== ''
  const files = (activity.attachments ?? []).filter(isFile)
  const links = linksTo(files)
  const words: ConversationEvent = { kind: 'citizen-wrote', origin, text }
  const sent: ConversationEvent = {
    kind: 'citizen-sent-file',
    origin: hasWords ? { ...origin, externalId: `${origin.externalId}|files` } : origin,
    ...(links.length > 0 ? { links } : {}),
  }
  return [...(hasWords ? [words] : []), ...(files.length > 0 ? [sent] : [])]
}

/** Teams attaches the words again, as HTML without an address. */
function isFile({ contentType, contentUrl }: Attachment): boolean {
  return contentType !== 'text/html' || Boolean(contentUrl)
}

/** Only what a clerk can open: files that came with their message have no address of their own. */
function linksTo(attachments: readonly Pick<Attachment, 'contentUrl'>[]): readonly string[] {
  return attachments.flatMap(({ contentUrl }) => (contentUrl && isWebAddress(contentUrl) ? [contentUrl] : []))
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:'
}

/** Name of the activity that says whether an answer helped. */
export const RATING = 'rating'

const rating = z.object({ seq: z.number().int(), isHelpful: z.boolean() })

function readRating(activity: Activity): ConversationEvent | undefined {
  const { data } = rating.safeParse(activity.value)
  return activity.name === RATING && data ? { kind: 'citizen-rated', origin: originOf(activity), ...data } : undefined
}

/** Name of the activity that undoes the end of a conversation. */
export const UNDO_END = 'undo-end'

const deskEvents = z.discriminatedUnion('name', [
  z.object({ name: z.literal('person') }),
  z.object({ name: z.literal('act'), value: z.object({ act: z.enum(DESK_ACTS) }) }),
  z.object({ name: z.literal('contact'), value: z.object({ contact: z.string().trim().min(3) }) }),
  z.object({
    name: z.literal('clerk-rating'),
    value: z.object({ stars: z.number().int().min(1).max(5), comment: z.string().nullish() }),
  }),
  z.object({ name: z.literal(UNDO_END) }),
])

/** What a page says about persons by an event. `handoff.status` of a hub, and whatever else is unknown, means nothing here. */
function readDeskEvent(activity: Activity): ConversationEvent | undefined {
  const { data } = deskEvents.safeParse(activity)
  if (!data || isGroup(activity)) return undefined
  const origin = originOf(activity)
  switch (data.name) {
    case 'person':
      return { kind: 'citizen-asked-for-person', origin }
    case 'act':
      return { kind: 'citizen-chose', origin, act: data.value.act }
    case 'contact':
      return { kind: 'citizen-gave-contact', origin, contact: data.value.contact }
    case 'clerk-rating': {
      const { stars, comment } = data.value
      return { kind: 'citizen-rated-clerk', origin, stars, comment: comment?.trim() || null }
    }
    case UNDO_END:
      return { kind: 'citizen-undid-end', origin }
  }
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
