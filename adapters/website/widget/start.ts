import { Composer } from './ui/composer.ts'
import { ConversationLog } from './ui/conversation-log.ts'
import { OfficeChat } from './ui/office-chat.ts'

// The only file of the widget that does something when it is loaded: it defines the elements, and puts the chat into a
// page that has none. `data-…` attributes of the script become those of the chat.

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined
const base = script ? new URL('.', script.src).href : `${location.origin}/`

/** A page that loads the script twice has one chat. */
if (!customElements.get('office-chat')) {
  customElements.define('office-chat-composer', Composer)
  customElements.define('office-chat-log', ConversationLog)
  customElements.define(
    'office-chat',
    class extends OfficeChat {
      constructor() {
        super()
        this.base = base
      }
    },
  )
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', place, { once: true })
  else place()
}

function place(): void {
  if (document.querySelector('office-chat')) return
  const chat = document.createElement('office-chat')
  for (const [name, value] of Object.entries(script?.dataset ?? {})) chat.setAttribute(name, value ?? '')
  document.body.append(chat)
}
