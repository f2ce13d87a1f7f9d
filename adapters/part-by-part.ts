import { DeliveryError } from '../bot/delivery-error.ts'

/** Sends the parts of the delivery `key`, one after another. Another attempt at it goes on after those that have gone. */
export type PartByPart = <Part>(
  key: string,
  parts: readonly Part[],
  send: (part: Part) => Promise<void>,
) => Promise<void>

/** Remembers in this process how far each delivery has come: what a citizen has read is not shown to them at each attempt. */
export function createPartByPart(): PartByPart {
  const gone = new Map<string, number>()

  return async (key, parts, send) => {
    try {
      for (const part of parts.slice(gone.get(key) ?? 0)) {
        await send(part)
        gone.set(key, (gone.get(key) ?? 0) + 1)
      }
      gone.delete(key)
    } catch (error) {
      if (error instanceof DeliveryError && error.isFinal) gone.delete(key)
      throw error
    }
  }
}
