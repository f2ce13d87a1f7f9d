import { html, nothing, type TemplateResult } from 'lit'
import type { DeskMessage } from '../../wire.ts'
import { icon } from './icons.ts'
import { richText } from './rich-text.ts'
import { TEXTS } from './texts.ts'
import { clockWords } from './time-words.ts'

export type MessagePlace = {
  /** The speaker's name stands above. */
  readonly isFirst: boolean
  /** The original, once it was asked for; null where it was not kept. */
  readonly revealed: string | null | undefined
  readonly now: number
  readonly reveal: (seq: number) => void
}

export function messageView(message: DeskMessage, { isFirst, revealed, now, reveal }: MessagePlace): TemplateResult {
  const { seq, speaker, name, at, blocks, choices, language, isForClerks, hasOriginal } = message
  if (isForClerks && speaker === 'assistant') {
    return html`<li class="notice" data-seq=${seq}>
      <span>${richText(blocks)}</span><time datetime=${at}>${clockWords(at, now)}</time>
    </li>`
  }
  const kind = isForClerks ? 'note' : speaker
  return html`<li class="message ${kind} ${isFirst ? 'first' : ''}" data-seq=${seq}>
    <p class=${isFirst ? 'who' : 'aloud'}>
      <b>${isForClerks ? TEXTS.note : (name ?? TEXTS.speakers[speaker])}</b>${isForClerks ? html` · ${name}` : nothing},
      <time datetime=${at}>${clockWords(at, now)}</time>
    </p>
    <div class="bubble">
      ${isForClerks ? icon('note') : nothing}
      <div lang=${language ?? nothing}>${speaker === 'citizen' ? plainText(message) : richText(blocks)}</div>
    </div>
    ${choices.length > 0 ? html`<p class="under">${TEXTS.choices(choices)}</p>` : nothing}
    ${hasOriginal || revealed !== undefined ? originalView(seq, revealed, reveal) : nothing}
  </li>`
}

/** Whoever speaks again within a run is not named again. */
export function isSameSpeaker(one: DeskMessage | undefined, other: DeskMessage): boolean {
  return one?.speaker === other.speaker && one.name === other.name && one.isForClerks === other.isForClerks
}

/** What a citizen wrote stands as they wrote it. */
function plainText({ blocks }: DeskMessage): TemplateResult {
  return html`<p class="plain">${blocks.map(block => (block.kind === 'paragraph' ? block.text : ''))}</p>`
}

function originalView(seq: number, revealed: string | null | undefined, reveal: (seq: number) => void) {
  if (revealed === undefined) {
    return html`<p class="under">
      <button class="link" type="button" @click=${() => reveal(seq)}>${TEXTS.reveal}</button>
    </p>`
  }
  return html`<p class="under plain">${
    revealed === null
      ? TEXTS.notKept
      : html`<b>${TEXTS.revealed}</b> ${revealed} <span class="hint">${TEXTS.hidesAgain}</span>`
  }</p>`
}
