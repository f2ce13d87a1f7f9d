import { createHmac, randomUUID } from 'node:crypto'
import type { MessengerSettings } from '../../adapters/config.ts'
import { APP_SECRET, type GraphStandIn, PAGE, PAGE_TOKEN } from './graph-stand-in.ts'

export const VERIFY_TOKEN = 'fake-verify-token'

export function messengerSettings({ url }: Pick<GraphStandIn, 'url'>): MessengerSettings {
  return { verifyTokens: [VERIFY_TOKEN], appSecrets: [APP_SECRET], pageAccessToken: PAGE_TOKEN, graphUrl: url }
}

type Fields = Readonly<Record<string, unknown>>

/** One item of a webhook's batch. */
export function itemOf(content: Fields, sender: string, at = Date.now()): Fields {
  return { sender: { id: sender }, recipient: { id: PAGE.id }, timestamp: at, ...content }
}

export function wrote(text: string, sender: string, mid: string = randomUUID(), at = Date.now()): Fields {
  return itemOf({ message: { mid, text } }, sender, at)
}

/** Picks a choice as Messenger does: the button's title is written, and its payload comes with it. */
export function picked({ title, payload }: { title: string; payload: string }, sender: string): Fields {
  return itemOf({ message: { mid: randomUUID(), text: title, quick_reply: { payload } } }, sender)
}

export function tapped(payload: string, sender: string): Fields {
  return itemOf({ postback: { mid: randomUUID(), title: 'menu', payload } }, sender)
}

/** A batch with letters beyond ASCII as `\uXXXX`, as Meta writes and signs them. */
export function batchOf(...items: readonly Fields[]): string {
  const body = { object: 'page', entry: [{ id: PAGE.id, time: Date.now(), messaging: items }] }
  return JSON.stringify(body).replace(/[^ -~]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

export function signatureOf(body: string, secret: string = APP_SECRET): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}

/** Posts a signed body to the webhook. */
export async function deliver(
  serviceUrl: string,
  body: string,
  signature: string | null = signatureOf(body),
  signal: AbortSignal | null = null,
): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`${serviceUrl}/webhooks/messenger`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(signature ? { 'x-hub-signature-256': signature } : {}) },
    body,
    signal,
  })
  return { status: response.status, text: await response.text() }
}
