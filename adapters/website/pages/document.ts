import type { KnowledgeSnapshot } from '../../../knowledge/snapshot.ts'
import { escapeHtml } from '../rich-html.ts'

/** What a page is made from. `root` is the path where the service stands, such as `/`, as a proxy may put it lower. */
export type PageSetting = { readonly knowledge: KnowledgeSnapshot; readonly now: Date; readonly root: string }

/** A page of the service around its content, which is HTML. */
export function htmlDocument(title: string, root: string, content: string): string {
  return `<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}page.css">
</head>
<body>
${content}
<script src="${root}widget.js" async></script>
</body>
</html>
`
}
