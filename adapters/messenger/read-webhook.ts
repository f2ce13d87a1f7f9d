import { createHash } from 'node:crypto'
import { z } from 'zod'
import { RequestError } from '../request-error.ts'

/** Something that a citizen did on Messenger. */
export type Item = {
  /** The citizen, as the page knows them. */
  readonly sender: string
  readonly page: string
  readonly at: Date
  /** The same when it is delivered again. */
  readonly id: string
  readonly text: string | null
  /** What a button says to us: of a quick reply, or of the menu. */
  readonly payload: string | null
  readonly files: readonly File[]
}

export type File = { readonly type: string; readonly url: string | null }

const party = z.object({ id: z.string().min(1) })

const attachment = z.object({
  type: z.string().catch('file'),
  payload: z.object({ url: z.string().nullish(), sticker_id: z.unknown().optional() }).nullish().catch(null),
})

const item = z.object({
  sender: party,
  recipient: party,
  timestamp: z.number().refine(ms => !Number.isNaN(new Date(ms).getTime())),
  message: z
    .object({
      mid: z.string().optional(),
      text: z.string().nullish(),
      quick_reply: z.object({ payload: z.string() }).nullish(),
      attachments: z.array(attachment).nullish().catch(null),
      is_echo: z.boolean().nullish(),
    })
    .nullish(),
  postback: z.object({ mid: z.string().optional(), payload: z.string() }).nullish(),
})

const batch = z.object({
  object: z.literal('page'),
  // What stands under `standby` belongs to another app, which answers it.
  entry: z.array(z.object({ messaging: z.array(z.unknown()).optional() })),
})

/**
 * What citizens did, in the order of the batch. Echoes of what the page said, notes of delivery and reading, and whatever else
 * Meta may add mean nothing here. `unread` is called for an item that should mean something, and cannot be read. Throws `RequestError` 400 where the body is no batch of a page.
 * https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
 */
export function readWebhook(body: unknown, unread: () => void = () => undefined): readonly Item[] {
  const { data } = batch.safeParse(body)
  if (!data) throw new RequestError(400, 'BadWebhook', 'The body must be a webhook of a page, with a list of entries.')
  return data.entry.flatMap(({ messaging = [] }) => messaging.flatMap(raw => readItem(raw, unread)))
}

function readItem(raw: unknown, unread: () => void): readonly Item[] {
  const { data } = item.safeParse(raw)
  if (!data) {
    unread()
    return []
  }
  const { sender, recipient, timestamp, message, postback } = data
  if ((!message && !postback) || message?.is_echo) return []
  const payload = message?.quick_reply?.payload ?? postback?.payload ?? null
  const content = { text: message?.text ?? null, payload, files: (message?.attachments ?? []).map(readFile) }
  const id = message?.mid ?? postback?.mid ?? hashOf([sender.id, timestamp, content])
  return [{ sender: sender.id, page: recipient.id, at: new Date(timestamp), id, ...content }]
}

/** Until August 2026 stickers came as pictures with a number. */
function readFile({ type, payload }: z.infer<typeof attachment>): File {
  const isSticker = payload?.sticker_id !== undefined && payload.sticker_id !== null
  return { type: isSticker ? 'sticker' : type, url: payload?.url ?? null }
}

function hashOf(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
