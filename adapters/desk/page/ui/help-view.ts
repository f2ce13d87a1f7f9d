import { html, type TemplateResult } from 'lit'
import { SHORTCUTS } from './shortcuts.ts'
import { TEXTS } from './texts.ts'

export function helpView(): TemplateResult {
  return html`<ul class="prose">
      ${TEXTS.helpLines.map(line => html`<li>${line}</li>`)}
    </ul>
    <p>${TEXTS.helpLead}</p>
    <dl class="shortcuts">
      ${SHORTCUTS.map(({ keys, does }) => html`<div><dt><kbd>${keys}</kbd></dt><dd>${does}</dd></div>`)}
    </dl>`
}
