import { html, svg, type TemplateResult } from 'lit'

const PATHS = {
  warning: svg`<path d="M10 3.5 17.5 16.5h-15ZM10 8.5v3.5M10 14v.5"/>`,
  search: svg`<circle cx="8.5" cy="8.5" r="5"/><path d="m12.5 12.5 4.5 4.5"/>`,
  help: svg`<circle cx="10" cy="10" r="7.5"/><path d="M7.8 7.8a2.2 2.2 0 1 1 3 2.1c-.5.2-.8.6-.8 1.2v.4M10 14v.4"/>`,
  clock: svg`<circle cx="10" cy="10" r="7.5"/><path d="M10 5.5V10l3 2"/>`,
  person: svg`<circle cx="10" cy="6.5" r="3"/><path d="M4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5"/>`,
  note: svg`<path d="M5 3.5h10v9l-4 4H5zM11 16.5v-4h4"/>`,
  dot: svg`<circle cx="10" cy="10" r="4" fill="currentColor"/>`,
} as const

export type IconName = keyof typeof PATHS

/** A sign of 20 px in the colour of the text, beside words that say the same. */
export function icon(name: IconName): TemplateResult {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`
}
