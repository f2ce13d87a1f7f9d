import { escapeHtml } from './rich-html.ts'

const STYLE = `
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #000; background: #fff; overflow-wrap: anywhere }
ol { padding: 0; list-style: none }
ol > li { margin: 0 0 1.5rem }
ul { padding-left: 1.25rem }
li > h2, li > h3 { margin: 0; font-size: 1rem }
p { margin: .25rem 0 }
.as-written { white-space: pre-wrap }
`

/** A page to keep, without scripts and without a need for anything else. Black on white. `parts` are HTML. */
export function barePage(title: string, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${parts.join('\n')}
</main>
</body>
</html>
`
}
