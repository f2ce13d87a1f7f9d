import { TEXTS } from './texts.ts'

/** Mail programs cut or refuse longer links. */
const MOST_CHARACTERS = 1_700

/** Half of a sign cannot stand in a link. */
const LONE = /\p{Cs}/gu

/**
 * Opens a letter with the conversation in the citizen's own mail program, where they type the address and send it: the office sends
 * nothing to addresses that anybody may type. What does not fit is left out, line by line, and said to be.
 */
export function mailLink(transcript: string): string {
  let body = ''
  for (const line of transcript.split('\r\n')) {
    const more = `${body && '%0D%0A'}${encodeURIComponent(line.replace(LONE, ''))}`
    if (body.length + more.length > MOST_CHARACTERS) {
      body += `%0D%0A${encodeURIComponent(TEXTS.transcript.cut)}`
      break
    }
    body += more
  }
  return `mailto:?subject=${encodeURIComponent(TEXTS.transcript.title)}&body=${body}`
}
