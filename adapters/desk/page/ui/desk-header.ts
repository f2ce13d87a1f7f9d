import { html, nothing, type TemplateResult } from 'lit'
import type { Me, Presence } from '../../wire.ts'
import { TEXTS } from './texts.ts'

/** Columns that a narrow window shows one at a time. */
export type Place = 'queue' | 'conversation' | 'matter'
const PLACES = ['queue', 'conversation', 'matter'] as const
const PRESENCES: readonly Presence[] = ['free', 'busy', 'away']

export type HeaderParts = {
  readonly me: Me | null
  /** Null for who answers nobody. */
  readonly presence: Presence | null
  readonly place: Place
  /** In a narrow window the tools stand behind a button. */
  readonly isMenuOpen: boolean
  readonly tools: readonly { readonly words: string; readonly press: () => void }[]
  readonly skip: () => void
  readonly be: (presence: Presence) => void
  readonly switchMenu: () => void
  readonly go: (place: Place) => void
  readonly signOut: (event: SubmitEvent) => void
}

/** Who is at the desk, what they can open, and in a narrow window which column is shown. */
export function deskHeader(parts: HeaderParts): TemplateResult {
  const { me, presence, isMenuOpen, tools, skip, switchMenu, signOut } = parts
  return html`<header>
    <button class="skip" type="button" @click=${skip}>${TEXTS.skip}</button>
    <h1>${TEXTS.title}</h1>
    ${presence === null ? nothing : presencePart(presence, parts)}
    <button
      class="quiet menu"
      type="button"
      aria-expanded=${isMenuOpen ? 'true' : 'false'}
      aria-controls="tools"
      @click=${switchMenu}
    >
      ${TEXTS.menu}
    </button>
    <div class="tools ${isMenuOpen ? 'open' : ''}" id="tools">
      ${tools.map(({ words, press }) => html`<button class="quiet" type="button" @click=${press}>${words}</button>`)}
      <a href="/desk/account">${me ? me.person.name : TEXTS.account}</a>
      <form method="post" action="/desk/sign-out" @submit=${signOut}>
        <input type="hidden" name="csrf" value=${me?.csrf ?? ''} />
        <button class="quiet" type="submit">${TEXTS.signOut}</button>
      </form>
    </div>
    ${placesPart(parts)}
  </header>`
}

function presencePart(presence: Presence, { be }: HeaderParts): TemplateResult {
  const chosen = (event: Event) => {
    const wanted = PRESENCES.find(each => each === (event.target as HTMLSelectElement).value)
    if (wanted) be(wanted)
  }
  return html`<label for="presence" class="aloud">${TEXTS.presenceLabel}</label>
    <select id="presence" class="presence ${presence}" @change=${chosen}>
      ${PRESENCES.map(
        each => html`<option value=${each} ?selected=${each === presence}>${TEXTS.presence[each]}</option>`,
      )}
    </select>`
}

function placesPart({ place, go }: HeaderParts): TemplateResult {
  return html`<div class="places" role="group" aria-label=${TEXTS.title}>
    ${PLACES.map(
      each => html`<button
        class="option ${each}"
        type="button"
        aria-pressed=${each === place ? 'true' : 'false'}
        @click=${() => go(each)}
      >
        ${TEXTS.places[each]}
      </button>`,
    )}
  </div>`
}
