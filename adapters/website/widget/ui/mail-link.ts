import { TEXTS } from './texts.ts'

/** Mail programs cut or refuse longer links. */
const MOST_CHARACTERS = 1_900

/**
 * Opens a letter with the conversation in the citizen's own mail program, where they type the address and send it: the office sends
 * nothing to addresses that anybody may type. What does not fit is left out, line by line, and said to be.
 */
export function mailLink(transcript: string): string {
  const lines = transcript.split('\r\n')
  let body = transcript
  while (encodeURIComponent(body).length > MOST_CHARACTERS && lines.pop() !== undefined)
    body = [...lines, TEXTS.transcript.cut].join('\r\n')
  return `mailto:?subject=${encodeURIComponent(TEXTS.transcript.title)}&body=${encodeURIComponent(body)}`
}
