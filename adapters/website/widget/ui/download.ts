import type { ChatState } from '../chat/chat.ts'
import type { Copy } from '../chat/direct-line.ts'
import { mailLink } from './mail-link.ts'
import { saveFile } from './save-file.ts'
import { htmlTranscript, type TranscriptHead, textTranscript } from './transcript.ts'

/** Saves all that the office keeps as a file on the citizen's device. */
export function saveCopy(format: 'html' | 'json', { data, page }: Copy): void {
  if (format === 'html') saveFile('kopia-danych.html', 'text/html', page)
  else saveFile('kopia-danych.json', 'application/json', JSON.stringify(data, null, 2))
}

/** Saves the conversation as a file on the citizen's device. */
export function downloadTranscript(
  format: 'html' | 'text',
  { entries, conversationId }: ChatState,
  office: string,
): void {
  const head = headOf(conversationId, office)
  if (format === 'html') saveFile('zapis-rozmowy.html', 'text/html', htmlTranscript(entries, head))
  else saveFile('zapis-rozmowy.txt', 'text/plain', textTranscript(entries, head))
}

/** A link to a letter with the conversation. */
export function mailTranscript({ entries, conversationId }: ChatState, office: string): string {
  return mailLink(textTranscript(entries, headOf(conversationId, office)))
}

function headOf(conversationId: string | null, office: string): TranscriptHead {
  return { office, conversationId: conversationId ?? '', madeAt: new Date() }
}
