import { randomUUID } from 'node:crypto'

/** A message as the Emulator sends it. */
export function emulatorMessage(text: unknown, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: randomUUID(),
    channelId: 'emulator',
    serviceUrl: 'http://localhost:1',
    from: { id: 'citizen', role: 'user' },
    recipient: { id: 'bot', role: 'bot' },
    conversation: { id: randomUUID() },
    text,
    ...more,
  }
}

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly activities: readonly Record<string, unknown>[]
}

/** Posts to `/api/messages`. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
  signal: AbortSignal | null = null,
): Promise<Answer> {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    signal,
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, activities: readActivities(text) }
}

function readActivities(text: string): readonly Record<string, unknown>[] {
  try {
    return JSON.parse(text).activities ?? []
  } catch {
    return []
  }
}
