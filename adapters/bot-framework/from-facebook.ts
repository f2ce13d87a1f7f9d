import { type Activity, ActivityTypes, Channels } from 'botframework-schema'
import { z } from 'zod'
import { meaningOf } from '../messenger/to-activities.ts'

const button = z.object({ payload: z.string() })

/** What Azure passes on of Messenger's own item, as far as it is read here. */
const channelData = z.object({
  message: z.object({ is_echo: z.boolean().nullish(), quick_reply: button.nullish() }).nullish(),
  postback: button.nullish(),
})

/**
 * An activity of Azure's channel for Messenger, read as our own channel reads it: a button says its payload and not its
 * shortened title, and what the page said itself means nothing. Activities of other channels are as they were.
 */
export function fromFacebook(activity: Activity): Activity {
  if (activity.channelId !== Channels.Facebook) return activity
  const { data } = channelData.safeParse(activity.channelData)
  if (data?.message?.is_echo) return { ...activity, type: ActivityTypes.Typing }
  const payload = data?.message?.quick_reply?.payload ?? data?.postback?.payload
  if (payload === undefined) return activity
  const [meaning = { type: ActivityTypes.Typing }] = meaningOf({
    sender: activity.from?.id ?? '',
    text: null,
    payload,
    files: [],
  })
  return { ...activity, ...meaning }
}
