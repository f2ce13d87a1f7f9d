import { type Erasing, RegisterError } from '../../bot/erasing.ts'
import type { Knowledge, Log, Store } from '../../bot/ports.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { words } from '../../knowledge/polish/words.ts'
import { ACTIONS, actionOf } from './actions.ts'
import type { Item } from './read-webhook.ts'
import type { Send } from './send.ts'
import { SOURCE } from './to-activities.ts'

/** Takes up whatever is about a copy or erasing, and says whether it was. Throws where the store fails. */
export type Erasure = (item: Item) => Promise<boolean>

/**
 * Erases what a citizen said on Messenger, when they have asked for it and confirmed, and tells where a copy is had. None of it
 * passes the bot: what it said would have to be kept.
 */
export function createErasure({
  store,
  erasing,
  knowledge,
  send,
  log,
}: {
  readonly store: Pick<Store, 'conversationsAt' | 'records'>
  readonly erasing: Pick<Erasing, 'erase'>
  readonly knowledge: Knowledge
  readonly send: Send
  readonly log: Pick<Log, 'warn'>
}): Erasure {
  const { messenger, rights } = PHRASES.pl
  const { erasure } = messenger

  async function say(
    recipient: string,
    text: string,
    choices: readonly (readonly [string, string])[] = [],
  ): Promise<void> {
    const quick_replies = choices.map(([title, payload]) => ({ content_type: 'text', title, payload }))
    const message = choices.length > 0 ? { text, quick_replies } : { text }
    // Whoever hears nothing asks again, which does no harm.
    await send(recipient, { messaging_type: 'RESPONSE', message }).catch((error: unknown) =>
      log.warn({ error: String(error) }, 'a message about erasing was not delivered'),
    )
  }

  /** Gives what to say of it. */
  async function erase({ sender, at }: Item): Promise<string> {
    const held: string[] = []
    // A repeat of this very message must not erase what was said since.
    for (const conversationId of await store.conversationsAt(SOURCE, sender, at)) {
      const result = await erasing.erase({ conversationId }, 'citizen')
      if (result.kind === 'held') held.push(rights.held(result.reason, knowledge().office))
    }
    return held.length > 0 ? [...new Set(held)].join('\n\n') : erasure.done
  }

  /** Meta would bring the wish again and again, and what its citizen writes with it; they are told instead. */
  function notErased(error: unknown): string {
    if (error instanceof RegisterError) return rights.notErased
    throw error
  }

  async function copyOf({ sender, at }: Item): Promise<string> {
    const ids = await store.conversationsAt(SOURCE, sender, at)
    const records = await Promise.all(ids.map(conversationId => store.records.find({ conversationId })))
    return messenger.copy(records.flatMap(record => record?.number ?? []))
  }

  return async item => {
    const action = actionOf(item.payload) ?? wishOf(item.text)
    switch (action) {
      case 'copy':
        await say(item.sender, await copyOf(item))
        return true
      case 'erase':
        await say(item.sender, erasure.question, [
          [erasure.yes, ACTIONS.eraseNow],
          [erasure.no, ACTIONS.keep],
        ])
        return true
      case 'eraseNow':
        await say(item.sender, await erase(item).catch(notErased))
        return true
      case 'keep':
        await say(item.sender, erasure.kept)
        return true
      default:
        return false
    }
  }
}

/** The label of the menu, typed. */
function wishOf(text: string | null): 'copy' | 'erase' | undefined {
  if (text === null) return undefined
  const typed = words(text.slice(0, 100)).join(' ')
  const { menu } = PHRASES.pl.messenger
  return (['copy', 'erase'] as const).find(action => words(menu[action]).join(' ') === typed)
}
