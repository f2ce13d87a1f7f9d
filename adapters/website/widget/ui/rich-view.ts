import { html, type TemplateResult } from 'lit'
import type { Block } from '../../../../dialogs/reply.ts'
import { type Inline, layOut, type RichBlock } from '../../rich-text.ts'
import { TEXTS } from './texts.ts'

/** An answer as elements. Text only ever becomes text. */
export function richText(blocks: readonly Block[]): readonly TemplateResult[] {
  return layOut(blocks).map(blockView)
}

function blockView(block: RichBlock): TemplateResult {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.content.map(inlineView)}</h3>`
    case 'paragraph':
      return html`<p>${block.content.map(inlineView)}</p>`
    case 'small':
      return html`<p class="small">${block.content.map(inlineView)}</p>`
    case 'list':
      return html`<ul>
        ${block.items.map(item => html`<li>${item.map(inlineView)}</li>`)}
      </ul>`
    case 'facts':
      return html`<dl class="facts">
        ${block.facts.map(({ name, content }) => html`<div><dt>${name}</dt><dd>${content.map(inlineView)}</dd></div>`)}
      </dl>`
  }
}

function inlineView(piece: Inline) {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'strong':
      return html`<strong>${piece.text}</strong>`
    case 'link':
      return piece.href.startsWith('https:')
        ? html`<a href=${piece.href} target="_blank" rel="noopener noreferrer"
            >${piece.text}<span class="aloud" lang="pl"> (${TEXTS.newTab})</span></a
          >`
        : html`<a href=${piece.href}>${piece.text}</a>`
  }
}
