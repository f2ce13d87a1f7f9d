import { css } from 'lit'

/** Windows over the page. */
export const dialogs = css`
  dialog { width: min(36rem, 100vw - 2rem); max-height: calc(100dvh - 2rem); padding: 1rem 1.25rem 1.25rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--paper); color: var(--ink); box-shadow: 0 0.5rem 2.5rem rgb(0 20 40 / 0.22); }
  dialog::backdrop { background: rgb(0 20 40 / 0.4); }
  .dialog-head { display: flex; justify-content: space-between; align-items: start; gap: 1rem; margin-bottom: 0.75rem; }
  .dialog-head h2 { font-size: 1.25rem; line-height: 1.3; }
  dialog form { display: grid; gap: 0.5rem; }
  dialog form > label:not(.check) { margin-block: 0.25rem -0.25rem; }
  dialog p, dialog .prose { margin-bottom: 0.5rem; }
  dialog form > p { margin: 0; }
  dialog h3 { margin: 1rem 0 0.25rem; }
  .prose { list-style: disc; padding-inline-start: 1.25rem; display: grid; gap: 0.375rem; }
  .facts { --names: 9rem; display: grid; gap: 0.25rem; margin-bottom: 0.75rem; }
  .shortcuts { --names: 6rem; }
  .shortcuts > div { padding: 0.25rem 0; }
  kbd { padding: 0.125rem 0.375rem; border: 1px solid var(--field); border-radius: 0.25rem; font: inherit; font-size: 0.875rem; white-space: nowrap; }
  .own { display: flex; justify-content: space-between; gap: 0.75rem; padding: 0.5rem 0; white-space: pre-line; }
  .day { --names: 8rem; align-items: center; margin-top: 0.25rem; }
  .day label { margin: 0; }
`
