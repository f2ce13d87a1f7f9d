import type { ConversationEvent, Origin } from '../../bot/event.ts'

/** Where an event comes from; each call without an `externalId` of its own is the same event. */
export function originOf(more: Partial<Origin> = {}): Origin {
  return {
    source: 'emulator',
    address: 'conversation-1',
    externalId: 'activity-1',
    returnPath: '{"conversation":"conversation-1"}',
    isAwaited: false,
    ...more,
  }
}

export function citizenWrites(text: string, more: Partial<Origin> = {}): ConversationEvent {
  return { kind: 'citizen-wrote', origin: originOf(more), text }
}
