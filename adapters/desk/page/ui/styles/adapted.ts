import { css } from 'lit'

/** What looks otherwise in a narrow window and in forced colours; after all the others. */
export const adapted = css`
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
  /* Tools behind a button. */
  @media (max-width: 899px) {
    h1 { flex: 1; }
    .menu { display: block; order: 1; }
    .tools { display: none; order: 3; width: 100%; gap: 0.25rem 0.5rem; }
    .tools.open { display: flex; }
    .tools .quiet { border-color: var(--field); }
  }
  /* One column at a time. */
  @media (max-width: 719px) {
    .desk { height: auto; min-height: 100dvh; }
    .columns { grid-template-columns: minmax(0, 1fr); }
    .places .queue { display: block; }
    nav { border: 0; }
    [data-place='queue'] main, [data-place='conversation'] nav, [data-place='matter'] nav { display: none; }
    select.presence { order: 2; width: 100%; }
    desk-log { flex: none; }
    .log { max-height: 55dvh; min-height: 10rem; }
    .day { grid-template-columns: 1fr; }
  }
  @media (forced-colors: active) {
    .bubble, .main, .option, .banner { border: 1px solid; }
    .row[aria-current='true'], [role='option'][aria-selected='true'], .option[aria-pressed='true'] { outline: 2px solid Highlight; outline-offset: -3px; }
    :focus-visible { outline-color: Highlight; }
  }
`
