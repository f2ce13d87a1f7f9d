import { type Erasing, RegisterError } from '../../bot/erasing.ts'
import type { Clock, Knowledge, Log, Store } from '../../bot/ports.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import { words } from '../../knowledge/polish/words.ts'
import { ACTIONS, actionOf } from './actions.ts'
import type { Item } from './read-webhook.ts'
import type { Send } from './send.ts'
import { SOURCE } from './to-activities.ts'

/**
 * Takes up whatever is about a copy or erasing, and gives what then tells the citizen, once Meta was answered; nothing where it was
 * about something else. Throws where the store fails.
 */
export type Erasure = (item: Item) => Promise<(() => void) | undefined>

/** What is said, and the buttons below it: title and payload. */
type Word = { readonly text: string; readonly choices?: readonly (readonly [string, string])[] }

/**
 * Erases what a citizen said on Messenger, when they have asked for it and confirmed, and tells where a copy is had. None of it
 * passes the bot: what it said would have to be kept. One wish is answered once, however often Meta delivers it.
 */
export function createErasure({
  store,
  erasing,
  knowledge,
  send,
  clock,
  log,
}: {
  readonly store: Pick<Store, 'acceptBare' | 'conversationsAt' | 'records'>
  readonly erasing: Pick<Erasing, 'erase'>
  readonly knowledge: Knowledge
  readonly send: Send
  readonly clock: Clock
  readonly log: Pick<Log, 'warn'>
}): Erasure {
  const { messenger, rights } = PHRASES.pl
  const { erasure } = messenger

  function say(recipient: string, { text, choices = [] }: Word): void {
    const quick_replies = choices.map(([title, payload]) => ({ content_type: 'text', title, payload }))
    const message = choices.length > 0 ? { text, quick_replies } : { text }
    // Whoever hears nothing asks again, which does no harm.
    send(recipient, { messaging_type: 'RESPONSE', message }).catch((error: unknown) =>
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

  /** Does what is wished, however often, and gives what to say of it. */
  async function fulfil(item: Item): Promise<Word | undefined> {
    const action = actionOf(item.payload) ?? wishOf(item.text)
    switch (action) {
      case 'copy':
        return { text: await copyOf(item) }
      case 'erase':
        return {
          text: erasure.question,
          choices: [
            [erasure.yes, ACTIONS.eraseNow],
            [erasure.no, ACTIONS.keep],
          ],
        }
      case 'eraseNow':
        return { text: await erase(item).catch(notErased) }
      case 'keep':
        return { text: erasure.kept }
      default:
        return undefined
    }
  }

  return async item => {
    const word = await fulfil(item)
    if (!word) return undefined
    const { sender, id: externalId } = item
    // Last, so that a wish is not known before it was fulfilled.
    const status = await store.acceptBare({ source: SOURCE, address: sender, externalId }, clock())
    return () => {
      if (status === 'new') say(sender, word)
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
