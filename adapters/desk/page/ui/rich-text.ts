import { html, type TemplateResult } from 'lit'
import type { Block } from '../../../../dialogs/reply.ts'
import { type Inline, layOut, type RichBlock } from '../../../website/rich-text.ts'

/** What somebody said, as elements. Text only ever becomes text. */
export function richText(blocks: readonly Block[]): readonly TemplateResult[] {
  return layOut(blocks).map(blockView)
}

function blockView(block: RichBlock): TemplateResult {
  switch (block.kind) {
    case 'heading':
      return html`<p><strong>${block.content.map(inlineView)}</strong></p>`
    case 'paragraph':
      return html`<p>${block.content.map(inlineView)}</p>`
    case 'small':
      return html`<p class="small">${block.content.map(inlineView)}</p>`
    case 'list':
      return html`<ul>${block.items.map(item => html`<li>${item.map(inlineView)}</li>`)}</ul>`
    case 'facts':
      return html`<ul>
        ${block.facts.map(({ name, content }) => html`<li>${name}: ${content.map(inlineView)}</li>`)}
      </ul>`
  }
}

function inlineView(piece: Inline) {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'strong':
      return html`<strong>${piece.text}</strong>`
    case 'link':
      return html`<a href=${piece.href} target="_blank" rel="noopener noreferrer">${piece.text}</a>`
  }
}
