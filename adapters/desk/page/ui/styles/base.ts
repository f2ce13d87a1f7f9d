import { css, unsafeCSS } from 'lit'
import { DARK, LIGHT } from '../../../../colours.ts'

/** Colours, text, and what is pressed and filled in anywhere. */
export const base = css`
  :host { display: block; font: 1rem / 1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; ${unsafeCSS(LIGHT)} }
  @media (prefers-color-scheme: dark) { :host { ${unsafeCSS(DARK)} } }
  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  h1, h2, h3, p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; font: inherit; border: 0; min-width: 0; }
  ul, ol { list-style: none; }
  h1, h2, h3, b, strong, legend, label { font-weight: 600; }
  svg { width: 1.25rem; height: 1.25rem; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
  .aloud { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  a { color: var(--accent); text-underline-offset: 0.15em; overflow-wrap: anywhere; }
  :focus { outline: none; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  nav:focus-visible, main:focus-visible, .log:focus-visible { outline-offset: -3px; }
  .hint, .small { color: var(--ink-soft); font-size: 0.875rem; font-weight: 400; }
  .empty { color: var(--ink-soft); font-size: 0.9375rem; }
  .topic { font-weight: 600; line-height: 1.35; }

  button, .main { font: inherit; color: inherit; cursor: pointer; border-radius: 0.5rem; border: 1px solid transparent; background: none; min-height: 2.75rem; padding: 0.25rem 0.75rem; }
  .quiet, .option { border-color: var(--field); background: var(--paper); }
  .quiet:hover, .option:hover, .square:hover, .row:hover { background: var(--paper-2); }
  .main { display: inline-flex; align-items: center; background: var(--accent); color: var(--on-accent); font-weight: 600; padding-inline: 1rem; text-decoration: none; }
  .main:hover { text-decoration: underline; text-underline-offset: 0.2em; }
  .wide { width: 100%; }
  .square { display: grid; place-items: center; align-self: start; width: 2.75rem; padding: 0; }
  .link { border: 0; min-height: 1.5rem; padding: 0; color: var(--accent); text-decoration: underline; text-underline-offset: 0.15em; text-align: start; }
  .option[aria-pressed='true'] { background: var(--accent-2); border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
  .buttons, .inline { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.25rem; }
  .inline { flex-wrap: nowrap; }
  .inline .main { white-space: nowrap; }

  legend { padding: 0; }
  label { display: inline-block; margin-bottom: 0.25rem; }
  input:not([type='checkbox']), select, textarea { width: 100%; min-height: 2.75rem; padding: 0.375rem 0.75rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--field); border-radius: 0.5rem; }
  textarea { resize: vertical; field-sizing: content; min-height: 5.5rem; max-height: 40vh; }
  input[type='checkbox'] { flex: none; width: 1.25rem; height: 1.25rem; accent-color: var(--accent); }
  .check { display: flex; gap: 0.5rem; align-items: center; min-height: 2.75rem; font-weight: 400; }
  .check .hint { display: block; }

  .banner { display: flex; align-items: center; flex-wrap: wrap; gap: 0.5rem 0.75rem; padding: 0.5rem 1rem; background: var(--warn-2); }
  .banner span { flex: 1 1 12rem; }
  .banner svg { color: var(--warn); }
  .mark { display: flex; align-items: center; gap: 0.375rem; font-size: 0.875rem; font-weight: 600; }
  .mark svg { width: 1rem; height: 1rem; }
  .mark.late { color: var(--warn); }
  .mark.new { color: var(--accent); }

  /* Names, each with what it says beside it. */
  .matter > div, .facts > div, .shortcuts > div, .day { display: grid; grid-template-columns: var(--names) minmax(0, 1fr); gap: 0.5rem; }
`
