import type { Inline, RichBlock } from './rich-text.ts'

/** Laid-out text as HTML, for transcripts and pages that work without scripts. */
export function richHtml(blocks: readonly RichBlock[]): string {
  return blocks.map(blockHtml).join('\n')
}

/** Text that means nothing to HTML, also within an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? '')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function blockHtml(block: RichBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<p><strong>${lineHtml(block.content)}</strong></p>`
    case 'paragraph':
      return `<p>${lineHtml(block.content)}</p>`
    case 'small':
      return `<p><small>${lineHtml(block.content)}</small></p>`
    case 'list':
      return `<ul>\n${block.items.map(item => `<li>${lineHtml(item)}</li>`).join('\n')}\n</ul>`
    case 'facts':
      return `<dl>\n${block.facts.map(fact => `<dt>${escapeHtml(fact.name)}</dt><dd>${lineHtml(fact.content)}</dd>`).join('\n')}\n</dl>`
  }
}

function lineHtml(content: readonly Inline[]): string {
  return content.map(inlineHtml).join('')
}

function inlineHtml(piece: Inline): string {
  const text = escapeHtml(piece.text)
  switch (piece.kind) {
    case 'text':
      return text
    case 'strong':
      return `<strong>${text}</strong>`
    case 'link':
      return `<a href="${escapeHtml(piece.href)}">${text}</a>`
  }
}
