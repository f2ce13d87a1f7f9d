import { css, unsafeCSS } from 'lit'
import { DARK, LIGHT } from '../../../colours.ts'

export const styles = css`
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
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
  label { display: inline-block; margin-bottom: 0.25rem; }
  .hint, .small { color: var(--ink-soft); font-size: 0.875rem; font-weight: 400; }

  .desk { display: flex; flex-direction: column; height: 100vh; height: 100dvh; background: var(--paper); color: var(--ink); }
  .skip { position: absolute; left: 0.5rem; top: -4rem; z-index: 1; padding: 0.5rem 1rem; background: var(--paper); border-color: var(--field); }
  .skip:focus { top: 0.5rem; }
  header { display: flex; align-items: center; flex-wrap: wrap; gap: 0.5rem 0.75rem; padding: 0.5rem 1rem; border-bottom: 1px solid var(--line); }
  h1 { font-size: 1.125rem; }
  .tools { display: flex; align-items: center; flex-wrap: wrap; gap: 0.25rem 0.5rem; margin-inline-start: auto; font-size: 0.9375rem; }
  .tools .quiet { border-color: transparent; }
  .menu { display: none; }
  .tools a { padding: 0.5rem 0.25rem; }

  button, .main { font: inherit; color: inherit; cursor: pointer; border-radius: 0.5rem; border: 1px solid transparent; background: none; min-height: 2.75rem; padding: 0.25rem 0.75rem; }
  .quiet, .option { border-color: var(--field); background: var(--paper); }
  .quiet:hover, .option:hover, .row:hover { background: var(--paper-2); }
  .main { display: inline-flex; align-items: center; background: var(--accent); color: var(--on-accent); font-weight: 600; padding-inline: 1rem; text-decoration: none; }
  .main:hover { text-decoration: underline; text-underline-offset: 0.2em; }
  .wide { width: 100%; }
  .link { border: 0; min-height: 1.5rem; padding: 0; color: var(--accent); text-decoration: underline; text-underline-offset: 0.15em; text-align: start; }
  .option[aria-pressed='true'] { background: var(--accent-2); border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
  input:not([type='checkbox']), select, textarea { width: 100%; min-height: 2.75rem; padding: 0.375rem 0.75rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--field); border-radius: 0.5rem; }
  textarea { resize: vertical; field-sizing: content; min-height: 5.5rem; max-height: 40vh; }
  select.presence { width: auto; border-inline-start-width: 6px; }
  select.presence.free { border-inline-start-color: var(--clerk); }
  select.presence.busy { border-inline-start-color: var(--warn); }
  input[type='checkbox'] { width: 1.25rem; height: 1.25rem; accent-color: var(--accent); }

  .banner { display: flex; align-items: center; flex-wrap: wrap; gap: 0.5rem 0.75rem; padding: 0.5rem 1rem; background: var(--warn-2); }
  .banner span { flex: 1 1 12rem; }
  .banner svg { color: var(--warn); }
  .mark { display: flex; align-items: center; gap: 0.375rem; font-size: 0.875rem; font-weight: 600; }
  .mark svg { width: 1rem; height: 1rem; }
  .mark.late { color: var(--warn); }
  .mark.new { color: var(--accent); }

  .places { display: none; gap: 0.5rem; width: 100%; order: 4; }
  .places .option { flex: 1; }
  .columns { flex: 1; min-height: 0; display: grid; grid-template-columns: 20rem minmax(0, 1fr) 20rem; }
  nav, aside { overflow-y: auto; padding: 0.75rem 1rem 1.5rem; min-height: 0; }
  nav { border-inline-end: 1px solid var(--line); }
  aside { border-inline-start: 1px solid var(--line); }
  main { display: flex; flex-direction: column; min-height: 0; min-width: 0; }
  nav:focus-visible, main:focus-visible { outline-offset: -3px; }

  nav section + section { margin-top: 1.25rem; }
  nav h2, aside h2 { display: flex; align-items: baseline; gap: 0.5rem; margin-bottom: 0.25rem; }
  nav h3 { margin: 0.75rem 0 0; font-size: 0.875rem; color: var(--ink-soft); }
  aside h2:not(:first-child) { margin-top: 1.5rem; }
  .count { font-size: 0.875rem; font-weight: 400; color: var(--ink-soft); font-variant-numeric: tabular-nums; }
  nav h3 .count { margin-inline-start: 0.25rem; }
  .empty { color: var(--ink-soft); font-size: 0.9375rem; }
  .rows > li + li { border-top: 1px solid var(--line); }
  .row { display: flex; gap: 0.75rem; align-items: baseline; width: calc(100% + 1rem); margin-inline: -0.5rem; padding: 0.375rem 0.5rem; text-align: start; border-radius: 0.25rem; }
  .row[aria-current='true'] { background: var(--accent-2); box-shadow: inset 4px 0 0 var(--accent); }
  .time { flex: none; width: 4.25rem; font-size: 1.125rem; font-weight: 600; font-variant-numeric: tabular-nums; }
  #others-heading ~ ul .time { font-weight: 400; font-size: 1rem; }
  .what { min-width: 0; display: block; }
  .what > span { display: block; overflow-wrap: anywhere; }
  .what > .mark { display: flex; }
  .topic { font-weight: 600; line-height: 1.35; }

  .nothing { margin: auto; padding: 2rem; max-width: 28rem; text-align: center; }
  .head { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem 1rem; padding: 0.625rem 1rem; border-bottom: 1px solid var(--line); }
  .head h2 { font-size: 1.125rem; line-height: 1.3; }
  .square { display: grid; place-items: center; width: 2.75rem; padding: 0; }
  .square:hover { background: var(--paper-2); }
  .deeds .quiet, .deeds .main { min-height: 2.25rem; font-size: 0.9375rem; }
  .deeds { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .deeds:empty { display: none; }
  desk-log { position: relative; flex: 1 1 0; min-height: 0; display: flex; flex-direction: column; }
  .log { flex: 1; overflow-y: auto; padding: 1rem; scrollbar-width: thin; }
  .log:focus-visible { outline-offset: -3px; }
  .below { position: absolute; inset-block-end: 0.5rem; inset-inline: 0; margin: auto; width: fit-content; }
  .typing { margin-top: 0.75rem; color: var(--ink-soft); font-size: 0.875rem; }
  .message { display: flex; flex-direction: column; align-items: flex-start; margin-top: 0.375rem; }
  .message.first { margin-top: 1rem; }
  .message:first-child { margin-top: 0; }
  .message.clerk, .message.note { align-items: flex-end; }
  .who { margin-bottom: 0.125rem; font-size: 0.875rem; color: var(--ink-soft); }
  .who b { color: var(--ink); }
  .clerk .who b { color: var(--clerk); }
  .bubble { display: flex; gap: 0.5rem; max-width: min(88%, 44rem); padding: 0.5rem 0.75rem; border: 1px solid transparent; border-radius: 0.5rem; overflow-wrap: anywhere; }
  .citizen .bubble { background: var(--accent-2); }
  .assistant .bubble { background: var(--paper-2); color: var(--ink); font-size: 0.9375rem; }
  .clerk .bubble { background: var(--clerk-2); border-inline-end: 4px solid var(--clerk); }
  .note .bubble { background: var(--warn-2); border: 1px dashed var(--warn); }
  .bubble p + *, .bubble ul + * { margin-top: 0.5rem; }
  .bubble ul { list-style: disc; padding-inline-start: 1.25rem; }
  .plain { white-space: pre-wrap; }
  .under { margin-top: 0.25rem; font-size: 0.875rem; color: var(--ink-soft); max-width: min(88%, 44rem); }
  .notice { display: flex; align-items: center; gap: 0.75rem; margin-block: 0.75rem; font-size: 0.875rem; color: var(--ink-soft); text-align: center; }
  .notice::before, .notice::after { content: ''; flex: 1; min-width: 1rem; border-top: 1px solid var(--line); }
  .notice time { flex: none; }

  desk-composer { display: block; border-top: 1px solid var(--line); padding: 0.5rem 1rem 0.75rem; }
  .composer { display: grid; gap: 0.375rem; }
  .composer.note textarea { background: var(--warn-2); border-style: dashed; }
  .kinds { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .kinds .option { min-height: 2rem; padding-block: 0; font-size: 0.875rem; }
  .kinds select.language { width: auto; min-height: 2rem; margin-inline-start: auto; padding-block: 0; font-size: 0.875rem; }
  .send { display: flex; align-items: center; justify-content: flex-end; gap: 0.75rem; }

  .matter > div { display: grid; grid-template-columns: 5.5rem 1fr; gap: 0.5rem; padding: 0.125rem 0; font-size: 0.9375rem; }
  .matter dt { color: var(--ink-soft); }
  .matter dd { overflow-wrap: anywhere; }
  .candidates li { display: flex; justify-content: space-between; gap: 0.5rem; min-height: 1.75rem; align-items: center; }
  [role='listbox'] { border: 1px solid var(--field); border-radius: 0.5rem; margin: 0.5rem 0; max-height: 24rem; overflow-y: auto; }
  [role='option'] { padding: 0.5rem 0.75rem; cursor: pointer; }
  [role='option'] > span { display: block; }
  [role='option'] + [role='option'] { border-top: 1px solid var(--line); }
  [role='option'][aria-selected='true'] { background: var(--accent-2); box-shadow: inset 4px 0 0 var(--accent); }
  desk-answers .hint { margin-top: 0.375rem; }
  .preview { display: -webkit-box !important; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; font-size: 0.875rem; white-space: pre-line; }

  dialog { width: min(36rem, 100vw - 2rem); max-height: calc(100dvh - 2rem); padding: 1rem 1.25rem 1.25rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--paper); color: var(--ink); box-shadow: 0 0.5rem 2.5rem rgb(0 20 40 / 0.22); }
  dialog::backdrop { background: rgb(0 20 40 / 0.4); }
  .dialog-head { display: flex; justify-content: space-between; align-items: start; gap: 1rem; margin-bottom: 0.75rem; }
  .dialog-head h2 { font-size: 1.25rem; line-height: 1.3; }
  dialog form { display: grid; gap: 0.5rem; }
  dialog dl.facts { display: grid; gap: 0.25rem; margin-bottom: 0.75rem; }
  dialog dl.facts div { display: grid; grid-template-columns: 9rem 1fr; gap: 0.5rem; }
  dialog dl.facts dd { margin: 0; }
  dialog p, dialog .prose { margin-bottom: 0.5rem; }
  .prose { list-style: disc; padding-inline-start: 1.25rem; display: grid; gap: 0.375rem; }
  .buttons, .inline { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.25rem; }
  .inline { flex-wrap: nowrap; }
  .shortcuts > div { display: grid; grid-template-columns: 6rem 1fr; gap: 0.5rem; padding: 0.25rem 0; }
  kbd { padding: 0.125rem 0.375rem; border: 1px solid var(--field); border-radius: 0.25rem; font: inherit; font-size: 0.875rem; white-space: nowrap; }
  .own { display: flex; justify-content: space-between; gap: 0.75rem; padding: 0.5rem 0; white-space: pre-line; }
  .check { display: flex; gap: 0.5rem; align-items: center; min-height: 2.75rem; font-weight: 400; }
  .check input { flex: none; }
  .check .hint { display: block; }
  .day { display: grid; grid-template-columns: 8rem 1fr; gap: 0.5rem; align-items: center; margin-top: 0.25rem; }

  /* Two columns: the list, and the conversation or the matter. */
  @media (max-width: 1099px) {
    .tools { gap: 0.25rem 0; font-size: 0.875rem; }
    .tools .quiet { padding-inline: 0.5rem; }
    .columns { grid-template-columns: minmax(15rem, 18rem) minmax(0, 1fr); }
    .places { display: flex; }
    .places .queue { display: none; }
    aside { display: none; border: 0; }
    [data-place='matter'] main { display: none; }
    [data-place='matter'] aside { display: block; }
  }
  @media (max-width: 719px) {
    .desk { height: auto; min-height: 100dvh; }
    .columns { grid-template-columns: minmax(0, 1fr); }
    .places .queue { display: block; }
    nav { border: 0; }
    [data-place='queue'] main, [data-place='conversation'] nav, [data-place='matter'] nav { display: none; }
    .menu { display: block; margin-inline-start: auto; }
    h1 { flex: 1; }
    .menu { order: 1; }
    select.presence { order: 2; width: 100%; }
    .tools { order: 3; }
    .tools { display: none; width: 100%; gap: 0.25rem 0.5rem; }
    .tools.open { display: flex; }
    .tools .quiet { border-color: var(--field); }
    desk-log { flex: none; }
    .log { max-height: 55dvh; min-height: 10rem; }
    .day { grid-template-columns: 1fr; }
  }
  @media (forced-colors: active) {
    .bubble, .main, .option, .banner { border: 1px solid; }
    .row[aria-current='true'], [role='option'][aria-selected='true'] { outline: 2px solid Highlight; outline-offset: -3px; }
    .option[aria-pressed='true'] { outline: 2px solid Highlight; outline-offset: -3px; }
    :focus-visible { outline-color: Highlight; }
  }
`
