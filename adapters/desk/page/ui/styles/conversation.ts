import { css } from 'lit'

/** The open conversation: its head, what was said, and where the clerk writes. */
export const conversation = css`
  .nothing { margin: auto; padding: 2rem; max-width: 28rem; text-align: center; }
  .head { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.5rem 1rem; padding: 0.625rem 1rem; border-bottom: 1px solid var(--line); }
  .head h2 { font-size: 1.125rem; line-height: 1.3; }
  .deeds { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .deeds:empty { display: none; }
  .deeds .quiet, .deeds .main { min-height: 2.25rem; font-size: 0.9375rem; }

  desk-log { position: relative; flex: 1 1 0; min-height: 0; display: flex; flex-direction: column; }
  .log { flex: 1; overflow-y: auto; padding: 1rem; scrollbar-width: thin; }
  .below { position: absolute; inset-block-end: 0.5rem; inset-inline: 0; margin: auto; width: fit-content; }
  .typing { margin-top: 0.75rem; color: var(--ink-soft); font-size: 0.875rem; }
  .message { display: flex; flex-direction: column; align-items: flex-start; margin-top: 0.375rem; }
  .message.first { margin-top: 1rem; }
  .message:first-child { margin-top: 0; }
  .message.clerk, .message.note { align-items: flex-end; }
  .who { margin-bottom: 0.125rem; font-size: 0.875rem; color: var(--ink-soft); }
  .who b { color: var(--ink); }
  .clerk .who b { color: var(--clerk); }
  .bubble, .under { max-width: min(88%, 44rem); overflow-wrap: anywhere; }
  .bubble { display: flex; gap: 0.5rem; padding: 0.5rem 0.75rem; border: 1px solid transparent; border-radius: 0.5rem; }
  .citizen .bubble { background: var(--accent-2); }
  .assistant .bubble { background: var(--paper-2); color: var(--ink); font-size: 0.9375rem; }
  .clerk .bubble { background: var(--clerk-2); border-inline-end: 4px solid var(--clerk); }
  .note .bubble { background: var(--warn-2); border: 1px dashed var(--warn); }
  .bubble p + *, .bubble ul + * { margin-top: 0.5rem; }
  .bubble ul { list-style: disc; padding-inline-start: 1.25rem; }
  .plain { white-space: pre-wrap; }
  .under { margin-top: 0.25rem; font-size: 0.875rem; color: var(--ink-soft); }
  .notice { display: flex; align-items: center; gap: 0.75rem; margin-block: 0.75rem; font-size: 0.875rem; color: var(--ink-soft); text-align: center; }
  .notice::before, .notice::after { content: ''; flex: 1; min-width: 1rem; border-top: 1px solid var(--line); }
  .notice time { flex: none; }

  desk-composer { display: block; border-top: 1px solid var(--line); padding: 0.5rem 1rem 0.75rem; }
  .composer { display: grid; gap: 0.375rem; }
  .composer.note textarea { background: var(--warn-2); border-style: dashed; }
  .composer.only textarea { min-height: 2.75rem; }
  .kinds { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  .kinds .option, .kinds select.language { min-height: 2rem; padding-block: 0; font-size: 0.875rem; }
  .kinds select.language { width: auto; margin-inline-start: auto; }
  .send { display: flex; align-items: center; justify-content: flex-end; gap: 0.75rem; }
`
