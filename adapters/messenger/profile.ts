import { PHRASES } from '../../dialogs/phrases.ts'
import type { Office } from '../../knowledge/entry.ts'
import { ACTIONS } from './actions.ts'

export type MessengerProfile = ReturnType<typeof messengerProfile>

const MENU = ['ask', 'person', 'privacy', 'copy', 'erase'] as const

/**
 * What a citizen sees before the first message: greeting, the button to start, and the menu.
 * https://developers.facebook.com/docs/messenger-platform/reference/messenger-profile-api
 */
export function messengerProfile(office: Office) {
  const { greeting, menu } = PHRASES.pl.messenger
  const items = MENU.map(item => ({ type: 'postback', title: menu[item], payload: ACTIONS[item] }))
  return {
    greeting: [{ locale: 'default', text: greeting(office) }],
    get_started: { payload: ACTIONS.start },
    persistent_menu: [{ locale: 'default', composer_input_disabled: false, call_to_actions: items }],
  }
}

/** What Meta has to send us. Notes of delivery and reading are not read, and not asked for. */
export const SUBSCRIBED_FIELDS = ['messages', 'messaging_postbacks'] as const
