import { html, svg, type TemplateResult } from 'lit'

const PATHS = {
  warning: svg`<path d="M10 3.5 17.5 16.5h-15ZM10 8.5v3.5M10 14v.5"/>`,
  close: svg`<path d="m5 5 10 10M15 5 5 15"/>`,
  clock: svg`<circle cx="10" cy="10" r="7.5"/><path d="M10 5.5V10l3 2"/>`,
  note: svg`<path d="M5 3.5h10v9l-4 4H5zM11 16.5v-4h4"/>`,
  dot: svg`<circle cx="10" cy="10" r="4" fill="currentColor"/>`,
} as const

export type IconName = keyof typeof PATHS

/** A sign of 20 px in the colour of the text, beside words that say the same. */
export function icon(name: IconName): TemplateResult {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`
}
