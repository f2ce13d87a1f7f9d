import { css } from 'lit'

/** The head of the page, and its columns. */
export const frame = css`
  .desk { display: flex; flex-direction: column; height: 100vh; height: 100dvh; background: var(--paper); color: var(--ink); }
  .skip { position: absolute; left: 0.5rem; top: -4rem; z-index: 1; padding: 0.5rem 1rem; background: var(--paper); border-color: var(--field); }
  .skip:focus { top: 0.5rem; }
  header { display: flex; align-items: center; flex-wrap: wrap; gap: 0.5rem 0.75rem; padding: 0.5rem 1rem; border-bottom: 1px solid var(--line); }
  h1 { font-size: 1.125rem; }
  select.presence { width: auto; border-inline-start-width: 6px; }
  select.presence.free { border-inline-start-color: var(--clerk); }
  select.presence.busy { border-inline-start-color: var(--warn); }
  .menu { display: none; }
  .tools { display: flex; align-items: center; flex-wrap: wrap; gap: 0.25rem 0.5rem; margin-inline-start: auto; font-size: 0.9375rem; }
  .tools .quiet { border-color: transparent; }
  .tools a { padding: 0.5rem 0.25rem; }
  .places { display: none; gap: 0.5rem; width: 100%; order: 4; }
  .places .option { flex: 1; }

  .columns { flex: 1; min-height: 0; display: grid; grid-template-columns: 20rem minmax(0, 1fr) 20rem; }
  nav, aside { overflow-y: auto; padding: 0.75rem 1rem 1.5rem; min-height: 0; }
  nav { border-inline-end: 1px solid var(--line); }
  aside { border-inline-start: 1px solid var(--line); }
  main { display: flex; flex-direction: column; min-height: 0; min-width: 0; }
  nav h2, aside h2 { margin-bottom: 0.375rem; }
`
