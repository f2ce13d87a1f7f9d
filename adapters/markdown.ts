import { type Block, type Citation, sourceLine } from '../dialogs/reply.ts'

/** Blocks as Markdown, for channels that show it. */
export function toMarkdown(blocks: readonly Block[]): string {
  return blocks.map(block).join('\n\n')
}

function block(part: Block): string {
  switch (part.kind) {
    case 'heading':
      return `**${escaped(part.text)}**`
    case 'paragraph':
      return escaped(part.text)
    case 'list':
      return [
        part.label === null ? '' : `**${escaped(part.label)}**\n`,
        ...part.items.map(item => `- ${escaped(item)}`),
      ]
        .filter(Boolean)
        .join('\n')
    case 'source':
      return `*${sourceLine(part, link)}*`
  }
}

function link({ title, url }: Citation): string {
  return url === null ? escaped(title) : `[${escaped(title)}](${url})`
}

/** Signs that Markdown would take for its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&')
}
