import type { Log, Store } from '../../bot/ports.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { words } from '../../knowledge/polish/words.ts'
import { ACTIONS, actionOf } from './actions.ts'
import type { Item } from './read-webhook.ts'
import type { Send } from './send.ts'
import { SOURCE } from './to-activities.ts'

/** Takes up whatever is about erasing, and says whether it was. Throws where the store fails. */
export type Erasure = (item: Item) => Promise<boolean>

/**
 * Erases what a citizen said on Messenger, when they have asked for it and confirmed. None of it passes the bot: what it said
 * would have to be kept.
 */
export function createErasure(
  store: Pick<Store, 'conversationsAt' | 'erase'>,
  send: Send,
  log: Pick<Log, 'info' | 'warn'>,
): Erasure {
  const { erasure } = PHRASES.pl.messenger

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

  async function erase({ sender, at }: Item): Promise<void> {
    // A repeat of this very message must not erase what was said since.
    for (const conversation of await store.conversationsAt(SOURCE, sender, at)) {
      await store.erase(conversation)
      log.info({ conversation }, 'conversation erased at the wish of its citizen')
    }
  }

  return async item => {
    const action = actionOf(item.payload) ?? (isWish(item.text) ? 'erase' : undefined)
    switch (action) {
      case 'erase':
        await say(item.sender, erasure.question, [
          [erasure.yes, ACTIONS.eraseNow],
          [erasure.no, ACTIONS.keep],
        ])
        return true
      case 'eraseNow':
        await erase(item)
        await say(item.sender, erasure.done)
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
function isWish(text: string | null): boolean {
  const label = words(PHRASES.pl.messenger.menu.erase).join(' ')
  return text !== null && words(text.slice(0, 100)).join(' ') === label
}
