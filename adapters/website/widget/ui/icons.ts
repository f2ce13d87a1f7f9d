import { html, svg, type TemplateResult } from 'lit'

const PATHS = {
  chat: svg`<path d="M2.5 5h15v9.5h-8L6 17.5v-3H2.5Z"/>`,
  close: svg`<path d="m5 5 10 10M15 5 5 15"/>`,
  menu: svg`<path d="M3 5.5h14M3 10h14M3 14.5h14"/>`,
  copy: svg`<path d="M7 6.5h9v10H7ZM13 6.5v-3H4v10h3"/>`,
  back: svg`<path d="M12 4.5 6.5 10l5.5 5.5"/>`,
  send: svg`<path d="M10 16V4.5M5 9.5l5-5 5 5"/>`,
  person: svg`<circle cx="10" cy="6.5" r="3"/><path d="M4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5"/>`,
  down: svg`<path d="M10 4v11.5M5 10.5l5 5 5-5"/>`,
  check: svg`<path d="m4.5 10.5 3.5 3.5 7.5-8"/>`,
  warning: svg`<path d="M10 3.5 17.5 16.5h-15ZM10 8.5v3.5M10 14v.5"/>`,
} as const

export type IconName = keyof typeof PATHS

/** A sign of 20 px in the colour of the text, beside words that say the same. */
export function icon(name: IconName): TemplateResult {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`
}
