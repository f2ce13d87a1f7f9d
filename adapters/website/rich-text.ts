import type { Block, Citation } from '../../dialogs/reply.ts'

/** A piece of a line. Links have passed the allow-list. */
export type Inline =
  | { readonly kind: 'text' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

/** What an answer looks like. `facts`: items that begin with what they tell, such as "Opłata: 48 zł". */
export type RichBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'small'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
type Fact = { readonly name: string; readonly content: readonly Inline[] }

/** Lays an answer out: addresses become links, amounts and dates stand out. Text only ever becomes text. */
export function layOut(blocks: readonly Block[]): readonly RichBlock[] {
  return blocks.flatMap(layOutBlock)
}

/** What a screen reader hears and a transcript says, a line for each item. */
export function plainLines(blocks: readonly RichBlock[]): readonly string[] {
  return blocks.flatMap(linesOf)
}

function linesOf(block: RichBlock): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'small':
      return [plain(block.content)]
    case 'list':
      return block.items.map(plain)
    case 'facts':
      return block.facts.map(({ name, content }) => `${name}: ${plain(content)}`)
  }
}

function plain(content: readonly Inline[]): string {
  return content.map(piece => piece.text).join('')
}

function layOutBlock(block: Block): readonly RichBlock[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', content: [text(block.text)] }]
    case 'paragraph':
      return [{ kind: 'paragraph', content: line(block.text) }]
    case 'list':
      return [...(block.label === null ? [] : [label(block.label)]), items(block.items)]
    case 'source':
      return [{ kind: 'small', content: source(block) }]
  }
}

function label(words: string): RichBlock {
  return { kind: 'heading', content: [text(words)] }
}

const FACT = /^(\p{Lu}[^:.,()]{1,32}): (.+)$/su

function items(told: readonly string[]): RichBlock {
  const facts = told.map(readFact)
  const isFacts = told.length > 1 && facts.every(fact => fact !== null)
  return isFacts ? { kind: 'facts', facts } : { kind: 'list', items: told.map(item => line(item)) }
}

function readFact(item: string): Fact | null {
  const [, name, rest] = FACT.exec(item) ?? []
  return name === undefined || rest === undefined ? null : { name: typeset(visible(name)), content: line(rest) }
}

function source({ label, cited, note }: Extract<Block, { kind: 'source' }>): readonly Inline[] {
  const named = cited.flatMap((citation, index) => [...(index > 0 ? [text('; ')] : []), cite(citation)])
  return [...(cited.length > 0 ? [text(`${label}: `), ...named, text('. ')] : []), ...line(note, 'plain')]
}

function cite({ title, url }: Citation): Inline {
  const href = url === null ? undefined : allowedLink(url)
  return href === undefined ? text(title) : { kind: 'link', href, text: typeset(visible(title)) }
}

const MONTHS = 'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia'
const ADDRESS = String.raw`https:\/\/[^\s<>"()]{1,2000}[^\s<>"().,;:!?]`
const AMOUNT = String.raw`(?<![\d,.])\d{1,3}(?:[ \u00A0]\d{3}){0,3}(?:,\d{2})?[ \u00A0]zł(?!\p{L})`
const DAY = String.raw`(?<!\d)\d{1,2} (?:${MONTHS}) \d{4} r\.`
const PERIOD = String.raw`(?<![\d,.])\d{1,3} (?:dni|dnia|miesi[ąę]c\p{L}{0,3}|lat|lata|godzin\p{L}?)(?!\p{L})`
/** Every part is bounded, so that no text makes it slow. */
const MARKS = new RegExp(`(${ADDRESS})|${AMOUNT}|${DAY}|${PERIOD}`, 'gu')

/** A line, with its addresses as links and, but in brackets, its amounts, dates and periods in bold. */
function line(words: string, emphasis: 'strong' | 'plain' = 'strong'): readonly Inline[] {
  const shown = visible(words)
  const pieces: Inline[] = []
  let from = 0
  for (const match of shown.matchAll(MARKS)) {
    const [whole, address] = match
    if (match.index > from) pieces.push(text(shown.slice(from, match.index)))
    const href = address === undefined ? undefined : allowedLink(address)
    if (href !== undefined) pieces.push({ kind: 'link', href, text: withoutScheme(href) })
    else {
      const isPlain = emphasis === 'plain' || address !== undefined || isInBrackets(shown, match.index)
      pieces.push({ kind: isPlain ? 'text' : 'strong', text: typeset(whole) })
    }
    from = match.index + whole.length
  }
  return from < shown.length ? [...pieces, text(shown.slice(from))] : pieces
}

/** What a sum is made of matters less than the sum. */
function isInBrackets(words: string, index: number): boolean {
  return words.lastIndexOf('(', index) > words.lastIndexOf(')', index)
}

function text(words: string): Inline {
  return { kind: 'text', text: typeset(visible(words)) }
}

/** The address, where its scheme is one that a citizen may safely follow. */
function allowedLink(target: string): string | undefined {
  if (!URL.canParse(target)) return undefined
  const { href, protocol } = new URL(target)
  return ['https:', 'mailto:', 'tel:'].includes(protocol) ? href : undefined
}

/** Nobody wants to hear the scheme of an address read out. */
function withoutScheme(href: string): string {
  return href.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/$/, '')
}

/** Signs that turn text around or hide it are left out. */
export function visible(words: string): string {
  return words.replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
}

/** Keeps one-letter words with the next word, a number with what it counts, and short words such as „ul.” with what they name. */
export function typeset(words: string): string {
  return words
    .replace(/(?<=^|[\s(„])([wzioua]|(?:ul|al|pl|art|ust|godz|tel)\.|nr|pkt) /giu, '$1\u00A0')
    .replace(/(?<=\d) (?=[\p{Ll}%]|\d{3}(?!\d))/gu, '\u00A0')
}
