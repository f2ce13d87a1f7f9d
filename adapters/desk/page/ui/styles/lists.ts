import { css } from 'lit'

/** Rows of conversations, beside the open one and in windows. */
export const lists = css`
  nav section + section { margin-top: 1.25rem; }
  nav h3 { margin: 0.75rem 0 0; font-size: 0.875rem; color: var(--ink-soft); }
  .count { margin-inline-start: 0.25rem; font-size: 0.875rem; font-weight: 400; color: var(--ink-soft); font-variant-numeric: tabular-nums; }
  .rows > li + li { border-top: 1px solid var(--line); }
  .row { display: flex; gap: 0.75rem; align-items: baseline; width: calc(100% + 1rem); margin-inline: -0.5rem; padding: 0.375rem 0.5rem; text-align: start; border-radius: 0.25rem; }
  .row[aria-current='true'], [role='option'][aria-selected='true'] { background: var(--accent-2); box-shadow: inset 4px 0 0 var(--accent); }
  .time { flex: none; width: 4.25rem; font-size: 1.125rem; font-weight: 600; font-variant-numeric: tabular-nums; }
  #others-heading ~ ul .time { font-weight: 400; font-size: 1rem; }
  .what { min-width: 0; display: block; }
  .what > span { display: block; overflow-wrap: anywhere; }
  .what > .mark { display: flex; }
`
