import type { Department, TopicId } from '../knowledge/topic.ts'
import type { Choice } from './choice.ts'

/** A piece of what a citizen reads. Channels decide how it looks. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly label: string | null; readonly items: readonly string[] }
  /** Where it was read, and from when it is. Small print under an answer. */
  | { readonly kind: 'source'; readonly label: string; readonly cited: readonly Citation[]; readonly note: string }

/** A named source; `url` is null where the page is not reachable by https. */
export type Citation = { readonly title: string; readonly url: string | null }

/** What the assistant says in one turn, the same on every channel. */
export type Reply = {
  readonly blocks: readonly Block[]
  readonly choices: readonly Choice[]
  /** Whether it is to be asked if this helped, where a channel can ask. Default false. */
  readonly asksIfHelpful?: boolean
  /** Whether it asks what the citizen thinks of a clerk: the choices are 1 to 5. A page can take a sentence besides. Default false. */
  readonly asksAboutClerk?: boolean
  /** Who answers from here on. Default: as before. */
  readonly standing?: Standing
  /** The conversation waits for a person from now on; channels with a protocol for that are told. Default: it does not. */
  readonly handsOver?: { readonly department: Department; readonly topic: TopicId | null }
}

/** Who answers a citizen, as they see it. `name`: the clerk's; `ticket`: number of the one that is open, null where none is. */
export type Standing =
  | { readonly kind: 'bot' | 'offered' | 'queue' | 'ticket' | 'closed'; readonly ticket: string | null }
  | { readonly kind: 'clerk'; readonly name: string; readonly ticket: string | null }

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** A list, or nothing where it would be empty. */
export function list(label: string | null, items: readonly string[]): readonly Block[] {
  return items.length > 0 ? [{ kind: 'list', label, items }] : []
}

/** The reply as plain text, for channels without layout; choices are numbered, so that a number can pick them. */
export function plainText({ blocks, choices }: Reply): string {
  const numbered = choices.map((choice, index) => `${index + 1}. ${choice.label}`).join('\n')
  return [...blocks.map(plainBlock), numbered].filter(Boolean).join('\n\n')
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text
    case 'list':
      return [block.label && `${block.label}:`, ...block.items.map(item => `– ${item}`)].filter(Boolean).join('\n')
    case 'source':
      return sourceLine(block, ({ title, url }) => (url === null ? title : `${title} (${url})`))
  }
}

/** The small print in one line; `show` says how a channel shows a citation. */
export function sourceLine(
  { label, cited, note }: Extract<Block, { kind: 'source' }>,
  show: (citation: Citation) => string,
): string {
  const named = cited.length > 0 ? `${label}: ${cited.map(show).join('; ')}.` : ''
  return [named, note].filter(Boolean).join(' ')
}
