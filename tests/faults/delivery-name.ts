import { paragraph, type Reply } from '../../dialogs/reply.ts'

/** What a reply says besides, so that the channel's stand-in can tell which it got. */
export function deliveryName(delivery: number | string): Reply['blocks'][number] {
  return paragraph(`dostawa ${delivery}`)
}

/** The delivery that a text names; NaN where it names none. */
export function deliveryIn(text: string): number {
  return Number(/^dostawa (\d+)$/m.exec(text)?.[1])
}
