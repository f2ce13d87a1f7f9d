import { type Activity, ActivityTypes } from 'botframework-schema'
import { PHRASES } from '../../dialogs/phrases.ts'
import { actionOf } from './actions.ts'
import type { Item } from './read-webhook.ts'

/** Where the conversations of Messenger come from, in the store. */
export const SOURCE = 'messenger'

/** What a citizen did as activities: words, and files besides. Each has an id of its own that stays the same. */
export function toActivities(item: Item): readonly Partial<Activity>[] {
  const known: Partial<Activity> = {
    channelId: SOURCE,
    timestamp: item.at,
    from: { id: item.sender, name: '' },
    recipient: { id: item.page, name: '' },
    conversation: { id: item.sender, isGroup: false, conversationType: 'personal', name: '' },
  }
  const files = filesOf(item)
  return [
    ...meaningOf(item).map(activity => ({ ...known, ...activity, id: item.id })),
    ...(files.length > 0
      ? [{ ...known, type: ActivityTypes.Message, id: `${item.id}|files`, attachments: [...files] }]
      : []),
  ]
}

/** What words or a button mean, without who and where. */
export function meaningOf({
  sender,
  text,
  payload,
  files,
}: Pick<Item, 'sender' | 'text' | 'payload' | 'files'>): readonly Partial<Activity>[] {
  const { says } = PHRASES.pl.messenger
  switch (actionOf(payload)) {
    case 'start':
      return [joined(sender)]
    case 'ask':
      return [wrote(says.ask)]
    case 'privacy':
      return [wrote(says.privacy)]
    case 'person':
      return [{ type: ActivityTypes.Event, name: 'person' }]
    // Taken up by `erasure.ts`, before this.
    case 'copy':
    case 'erase':
    case 'eraseNow':
    case 'keep':
      return []
    case undefined: {
      const words = payload ?? text
      if (words?.trim()) return [wrote(words)]
      // A thumb says nothing that could be answered, but whoever begins with one is greeted.
      return files.some(isSticker) ? [joined(sender)] : []
    }
  }
}

function wrote(text: string): Partial<Activity> {
  return { type: ActivityTypes.Message, text }
}

function joined(sender: string): Partial<Activity> {
  return { type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: sender, name: '' }] }
}

/** Previews of links that stand in the text are no files. */
function filesOf({ files }: Item): readonly { readonly contentType: string; readonly contentUrl?: string }[] {
  return files
    .filter(file => !isSticker(file) && file.type !== 'fallback')
    .map(({ url }) => ({ contentType: 'application/octet-stream', ...(url === null ? {} : { contentUrl: url }) }))
}

function isSticker({ type }: Item['files'][number]): boolean {
  return type === 'sticker'
}
