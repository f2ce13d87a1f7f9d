import { css, unsafeCSS } from 'lit'
import { DARK, LIGHT } from '../../../colours.ts'

const light = unsafeCSS(LIGHT)
const dark = unsafeCSS(DARK)

/** Sizes are in em of the reader's own text size, whatever the page around has made of rem. */
export const styles = css`
  :host {
    all: initial;
    font: medium / 1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
    ${light}
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([data-theme='light'])) { ${dark} }
  }
  :host([data-theme='dark']) { ${dark} }

  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; font: inherit; }
  ul, ol { list-style: none; }
  svg { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
  .aloud { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  .root { color: var(--ink); }
  .root.size-150 { font-size: 1.5em; }
  .root.size-200 { font-size: 2em; }

  button { font: inherit; color: inherit; cursor: pointer; border-radius: 0.5em; border: 1px solid transparent; background: none; }
  :focus { outline: none; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  a { color: var(--accent); text-underline-offset: 0.15em; overflow-wrap: anywhere; }
  :is(a, .link):hover { text-decoration-thickness: 2px; }
  :is(.launcher, .main, .choice, .copy):hover { text-decoration: underline; text-underline-offset: 0.2em; }
  :is(.square, .quiet, .person, .door):hover { background: var(--paper-2); }

  .launcher {
    position: fixed; z-index: 2147483000; inset-block-end: 1em; inset-inline-end: 1em;
    display: flex; align-items: center; gap: 0.5em; min-height: 3.25em; padding: 0.5em 1.25em;
    border-radius: 2em; background: var(--accent); color: var(--on-accent); border-color: var(--on-accent); font-weight: 600;
    box-shadow: 0 0.25em 1em rgb(0 20 40 / 0.24);
  }
  .left .launcher, .left .panel { inset-inline: 1em auto; }
  .count { min-width: 1.5em; padding: 0 0.4em; border-radius: 1em; background: var(--on-accent); color: var(--accent); font-size: 0.875em; text-align: center; }

  .panel {
    position: fixed; z-index: 2147483001; inset-block-end: 1em; inset-inline-end: 1em;
    display: flex; flex-direction: column; width: min(25em, 100vw - 2em); height: min(40em, 100vh - 2em); height: min(40em, 100dvh - 2em);
    background: var(--paper); border: 1px solid var(--line); border-radius: 0.75em; overflow: hidden;
    box-shadow: 0 0.5em 2.5em rgb(0 20 40 / 0.22);
  }
  .full .panel { inset: 0; width: auto; height: auto; border: 0; border-radius: 0; box-shadow: none; }
  :host([mode='page']) { display: block; height: 100%; }
  .page, .page .panel { height: 100%; }
  .page .panel { position: static; width: auto; border: 0; border-radius: 0; box-shadow: none; }

  .head { display: flex; align-items: center; padding: 0.5em 0.25em 0.5em 1em; border-bottom: 1px solid var(--line); }
  .head > div { flex: 1; min-width: 0; }
  .head h2 { font-weight: 600; line-height: 1.3; overflow-wrap: anywhere; }
  .head h2:focus-visible { outline-offset: 4px; border-radius: 2px; }
  .head p { color: var(--ink-soft); font-size: 0.875em; line-height: 1.35; }
  .back { padding-inline-start: 0.25em; }
  .square { border: 0; display: grid; place-items: center; width: min(2.75em, 52px); height: min(2.75em, 52px); flex: none; }
  .square svg { width: min(1.25em, 26px); height: min(1.25em, 26px); }

  .state { padding: 0.5em 1em; background: var(--warn-2); color: var(--warn); font-size: 0.875em; border-bottom: 1px solid var(--line); }
  .state:empty { display: none; }

  .well { position: relative; flex: 1 1 0; min-height: 0; display: flex; flex-direction: column; container-type: size; }
  .log { flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 1em; scrollbar-width: thin; scrollbar-color: var(--field) transparent; }
  .log:focus-visible, .sheet:focus-visible { outline-offset: -3px; }

  .entry { display: flex; flex-direction: column; align-items: flex-start; margin-top: 0.5em; }
  .entry.first { margin-top: 1.25em; }
  .entry:first-child { margin-top: 0; }
  .entry.citizen { align-items: flex-end; }
  .who { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.75em; font-size: 0.875em; color: var(--ink-soft); margin-bottom: 0.25em; }
  .who b { font-weight: 600; color: var(--ink); }
  .bubble { max-width: 100%; padding: 0.625em 0.875em; border: 1px solid transparent; border-radius: 0.5em; background: var(--paper-2); overflow-wrap: anywhere; }
  .citizen .bubble { max-width: 88%; background: var(--accent); color: var(--on-accent); white-space: pre-wrap; }
  .citizen.failed .bubble, .citizen.refused .bubble { background: var(--paper); color: var(--ink); border: 1px dashed var(--error); }
  .clerk .bubble { background: var(--clerk-2); border-inline-start: 4px solid var(--clerk); }
  .clerk .who b { color: var(--clerk); }
  .entry.turn { align-items: stretch; margin-block: 1.25em 0.5em; }
  .line { padding: 0.5em 0; border-block: 1px solid var(--line); color: var(--ink-soft); font-size: 0.9375em; text-align: center; }
  .prose > * + * { margin-top: 0.625em; }
  .prose h3, .prose strong, .prose dt { font-weight: 600; }
  .prose ul { list-style: disc; padding-inline-start: 1.25em; }
  .prose .small { color: var(--ink-soft); font-size: 0.875em; }
  .bubble h3:not(:first-child) { font-size: 0.9375em; color: var(--ink-soft); }
  .bubble h3 + * { margin-top: 0.25em; }
  .bubble h3 + h3 { margin-top: 0.625em; }
  .bubble li + li { margin-top: 0.25em; }
  .bubble li::marker { color: var(--ink-soft); }
  .facts { display: grid; gap: 0.5em; }
  .facts > div { display: grid; grid-template-columns: 7em 1fr; gap: 0 0.75em; }
  .facts dt { color: var(--ink-soft); }
  .under { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25em 0.75em; margin-top: 0.25em; font-size: 0.875em; color: var(--ink-soft); }
  .under p { width: 100%; }
  .citizen .under { justify-content: flex-end; text-align: end; }
  .rating { margin-top: 0.75em; font-size: 1em; color: var(--ink); }
  .under.bad { color: var(--error); }
  .link { border: 0; padding: 0.25em 0; min-height: 1.75em; text-decoration: underline; text-underline-offset: 0.15em; color: var(--accent); }

  .choices { display: flex; flex-direction: column; gap: 0.5em; width: 100%; margin-top: 0.75em; }
  .choice { min-height: 2.75em; padding: 0.5em 0.875em; text-align: start; background: var(--accent-2); border-color: var(--accent); color: var(--ink); overflow-wrap: anywhere; }
  .stars { display: grid; gap: 0.5em; margin-top: 0.75em; }
  .stars label { margin: 0; }
  .stars .option { border: 1px solid var(--field); border-radius: 0.5em; font-size: 1em; font-weight: 400; cursor: pointer; }
  .stars input { width: 1.125em; height: 1.125em; margin: 0; accent-color: var(--accent); }
  .stars .quiet { justify-self: start; }
  .choices.used { flex-flow: row wrap; }
  .choice[aria-disabled='true'] { min-height: 2em; padding: 0.125em 0.625em; background: none; border: 1px solid var(--line); color: var(--ink-soft); font-size: 0.875em; cursor: default; text-decoration: none; }

  .copy { display: flex; align-items: center; gap: 0.25em; min-height: 1.75em; padding: 0 0.25em; border: 0; color: var(--ink-soft); }
  .copy svg { width: 1em; height: 1em; }

  .typing { display: flex; align-items: center; gap: 0.5em; margin-top: 1em; color: var(--ink-soft); font-size: 0.875em; }
  .dots { display: flex; gap: 0.25em; }
  .dots i { width: 0.375em; height: 0.375em; border-radius: 50%; background: currentColor; animation: breathe 1.2s infinite; }
  .dots i:nth-child(2) { animation-delay: 0.2s; }
  .dots i:nth-child(3) { animation-delay: 0.4s; }
  @keyframes breathe { 0%, 60%, 100% { opacity: 0.3; } 30% { opacity: 1; } }

  .below { position: absolute; inset-block-end: 0.5em; inset-inline: 0; margin: auto; width: fit-content; display: flex; align-items: center; gap: 0.375em; min-height: 2.75em; padding: 0.25em 1em; background: var(--paper); border-color: var(--field); box-shadow: 0 0.125em 0.5em rgb(0 20 40 / 0.18); }

  /* Where few lines are in view it would hide them. */
  @container (max-height: 7em) { .below { display: none; } }

  office-chat-composer { display: block; }
  .foot { border-top: 1px solid var(--line); padding: 0.5em 1em 0.75em; }
  .person { display: flex; align-items: center; justify-content: center; gap: 0.5em; width: 100%; min-height: 2.75em; padding: 0.25em 0.75em; border-color: var(--field); background: var(--paper); margin-bottom: 0.5em; line-height: 1.3; }
  label { display: block; font-size: 0.875em; font-weight: 600; margin-bottom: 0.25em; }
  .row { display: flex; align-items: flex-end; gap: 0.5em; }
  textarea { flex: 1; min-width: 0; min-height: 2.75em; max-height: min(9em, 30vh); padding: 0.5em 0.75em; font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--field); border-radius: 0.5em; resize: none; overflow-y: auto; }
  textarea::placeholder { white-space: nowrap; color: var(--ink-soft); opacity: 1; }
  textarea[aria-invalid='true'] { border: 2px solid var(--error); }
  .main { display: flex; align-items: center; justify-content: center; gap: 0.375em; min-height: 2.75em; padding: 0.25em 1em; background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 600; }
  .danger { background: var(--error); border-color: var(--error); color: var(--paper); }
  .quiet { min-height: 2.75em; padding: 0.25em 0.875em; border-color: var(--field); background: var(--paper); }
  .note { margin-top: 0.375em; font-size: 0.875em; color: var(--ink-soft); }
  .note.bad { color: var(--error); }
  .warning { margin-bottom: 0.5em; padding: 0.625em 0.75em; border-inline-start: 4px solid var(--warn); background: var(--warn-2); color: var(--ink); border-radius: 0.25em; font-size: 0.9375em; }
  .warning p { display: flex; gap: 0.5em; }
  .warning svg { color: var(--warn); margin-top: 0.125em; }
  .buttons { display: flex; flex-wrap: wrap; gap: 0.5em; margin-top: 0.5em; }

  .sheet { flex: 1; overflow-y: auto; padding: 1em; }
  .sheet > * + * { margin-top: 1.25em; }
  .sheet h3 { font-weight: 600; margin-bottom: 0.375em; }
  .sheet h3:focus-visible { outline-offset: 4px; }
  .sheet ul.doors > li + li { border-top: 1px solid var(--line); }
  .door { border: 0; color: inherit; text-decoration: none; display: flex; justify-content: space-between; align-items: center; width: 100%; min-height: 2.75em; padding: 0.5em 0.25em; text-align: start; border-radius: 0.25em; }
  .door svg { transform: scaleX(-1); color: var(--ink-soft); }
  fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
  legend { padding: 0; font-weight: 600; margin-bottom: 0.375em; }
  .options { display: flex; flex-wrap: wrap; gap: 0.5em; }
  .option { display: flex; align-items: center; gap: 0.375em; min-height: 2.75em; padding: 0.25em 0.875em; border-color: var(--field); }
  .option[aria-pressed='true'] { background: var(--accent-2); border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
  .option svg { display: none; }
  .option[aria-pressed='true'] svg { display: block; }
  .end { padding-block: 0.5em; display: grid; gap: 0.75em; justify-items: start; }

  /* A reader with large text or a low window keeps the field and the last message in view. */
  .person.low { display: none; }
  .low {
    .head { min-height: 2.75em; padding: 0 0.25em 0 0.5em; }
    .menu h2, .menu p, label, .hint { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .foot { padding-block: 0.375em; }
    .person.high { display: none; }
    .person.low { display: flex; width: auto; min-height: 2.5em; margin: 0; padding: 0 0.375em; font-size: 0.8125em; line-height: 1.2; }
    .person.low svg { display: none; }
    .log { padding-block: 0.5em; }
    .warning { padding: 0.25em 0.5em; font-size: 0.8125em; line-height: 1.3; }
    .warning svg { display: none; }
    .warning .quiet { min-height: 2.25em; }
    .warning .buttons { margin-top: 0.25em; }
    textarea { max-height: 4.25em; }
    .end { gap: 0.375em; padding-block: 0; }
  }
  .narrow {
    .facts > div { grid-template-columns: 1fr; }
  }
  .lowish {
    .hint.idle { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .foot { padding-bottom: 0.5em; }
  }
  .slim {
    .row { flex-direction: column; align-items: stretch; }
  }
  /* A whole page is too wide to read across. */
  .wide {
    .log, .foot, .sheet, .head, .state { padding-inline: max(1em, 50% - 22em); }
    .choices { flex-flow: row wrap; }
    .choice { padding-inline: 1em; }
    .person { width: fit-content; margin-inline: 0; padding-inline: 1.25em; }
    .facts > div { grid-template-columns: 9em 1fr; }
  }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; }
    .dots { display: none; }
  }
  @media (forced-colors: active) {
    .bubble, .launcher, .main, .choice, .warning, .option, .person, .below, .count { border: 1px solid; }
    .citizen .bubble { border: 2px solid Highlight; }
    .option[aria-pressed='true'] { outline: 2px solid Highlight; outline-offset: -3px; }
    :focus-visible { outline-color: Highlight; }
    .choice[aria-disabled='true'] { color: GrayText; border-color: GrayText; }
  }
  @media print {
    .launcher, .foot, .below, .head button { display: none; }
    .panel { position: static; width: auto; height: auto; border: 0; box-shadow: none; color: #000; background: #fff; }
    .log { overflow: visible; }
    .bubble, .citizen .bubble { background: #fff; color: #000; border: 1px solid #000; }
  }
`
