import { css } from 'lit'

/** What the open conversation is about, and ready answers to it. */
export const matter = css`
  aside h2:not(:first-child) { margin-top: 1.5rem; }
  .matter { --names: 5.5rem; }
  .matter > div { padding: 0.125rem 0; font-size: 0.9375rem; }
  .matter dt { color: var(--ink-soft); }
  .matter dd { overflow-wrap: anywhere; }
  .candidates li { display: flex; justify-content: space-between; gap: 0.5rem; min-height: 1.75rem; align-items: center; }
  [role='listbox'] { border: 1px solid var(--field); border-radius: 0.5rem; margin: 0.5rem 0; max-height: 24rem; overflow-y: auto; }
  [role='option'] { padding: 0.5rem 0.75rem; cursor: pointer; }
  [role='option'] > span { display: block; }
  [role='option'] + [role='option'] { border-top: 1px solid var(--line); }
  desk-answers .hint { margin-top: 0.375rem; }
  .preview { display: -webkit-box !important; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; font-size: 0.875rem; white-space: pre-line; }
`
