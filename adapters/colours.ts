/**
 * The colours of everything that people see, as custom properties. Whatever stands on `--paper`, `--paper-2` or a `-2` of its
 * own has a contrast of 4.5:1 there, `--field` 3:1; `--line` is for decoration only. A page that embeds the chat may set
 * `--office-accent`.
 */
export const LIGHT = `
  --ink: #16202b;
  --ink-soft: #4a5866;
  --paper: #ffffff;
  --paper-2: #f2f5f8;
  --accent: var(--office-accent, #0b57a4);
  --on-accent: #ffffff;
  --accent-2: #e3eefb;
  --clerk: #1d6b45;
  --clerk-2: #e6f3ec;
  --warn: #8a4b00;
  --warn-2: #fff4e3;
  --error: #a4161a;
  --line: #c9d3dd;
  --field: #667686;
  color-scheme: light;
`

export const DARK = `
  --ink: #e8edf2;
  --ink-soft: #a9b6c3;
  --paper: #11181f;
  --paper-2: #1b252f;
  --accent: #7db8f5;
  --on-accent: #0c1a28;
  --accent-2: #16324f;
  --clerk: #7fd1a5;
  --clerk-2: #12281d;
  --warn: #f2b66d;
  --warn-2: #2b2114;
  --error: #ff9a9a;
  --line: #33424f;
  --field: #8493a2;
  color-scheme: dark;
`

/** As a style sheet for a page of the service, which follows the reader's system. */
export function colourSheet(): string {
  return `:root {${LIGHT}}\n@media (prefers-color-scheme: dark) { :root {${DARK}} }\n`
}
