import { html, type TemplateResult } from 'lit'
import { MOST_CHOICES, type Preferences } from '../model/preferences.ts'
import { mayNotify } from './alerts.ts'
import { playTone } from './sound.ts'
import { TEXTS } from './texts.ts'

export type AlertsParts = {
  readonly preferences: Preferences
  /** The browser was asked, and does not allow notifications. */
  readonly isRefused: boolean
  readonly prefer: (change: Partial<Preferences>) => void
  readonly refused: (isRefused: boolean) => void
}

/** How the clerk wants to be called, and how many conversations they take at once. Each change holds at once. */
export function alertsView({ preferences, isRefused, prefer, refused }: AlertsParts): TemplateResult {
  const { hasSound, hasNotifications, isUndisturbed, most } = preferences

  function soundSwitched(isOn: boolean): void {
    prefer({ hasSound: isOn })
    if (isOn) playTone()
  }

  async function notificationsSwitched(isOn: boolean): Promise<void> {
    const isAllowed = isOn && (await mayNotify())
    refused(isOn && !isAllowed)
    prefer({ hasNotifications: isAllowed })
  }

  return html`<form @submit=${(event: Event) => event.preventDefault()}>
    ${check(TEXTS.undisturbed, TEXTS.undisturbedHint, isUndisturbed, isOn => prefer({ isUndisturbed: isOn }))}
    ${check(TEXTS.sound, TEXTS.soundHint, hasSound, soundSwitched)}
    ${check(TEXTS.notifications, TEXTS.notificationsHint, hasNotifications, isOn => void notificationsSwitched(isOn))}
    <p role="status" class="mark late">${isRefused ? TEXTS.notificationsRefused : ''}</p>
    <label for="most">${TEXTS.most}</label>
    <select id="most" aria-describedby="most-hint" @change=${(event: Event) => prefer({ most: Number((event.target as HTMLSelectElement).value) })}>
      ${MOST_CHOICES.map(each => html`<option value=${each} ?selected=${each === most}>${each}</option>`)}
    </select>
    <p class="hint" id="most-hint">${TEXTS.mostHint}</p>
  </form>`
}

function check(label: string, hint: string, isOn: boolean, switched: (isOn: boolean) => void): TemplateResult {
  return html`<div>
    <label class="check">
      <input type="checkbox" .checked=${isOn} @change=${(event: Event) => switched((event.target as HTMLInputElement).checked)} />
      <span>${label} <span class="hint">${hint}</span></span>
    </label>
  </div>`
}
