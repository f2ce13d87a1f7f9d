import type { ChatState } from '../chat/chat.ts'
import type { Copy } from '../chat/direct-line.ts'
import { saveFile } from './save-file.ts'
import { htmlTranscript, textTranscript } from './transcript.ts'

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
  const head = { office, conversationId: conversationId ?? '', madeAt: new Date() }
  if (format === 'html') saveFile('zapis-rozmowy.html', 'text/html', htmlTranscript(entries, head))
  else saveFile('zapis-rozmowy.txt', 'text/plain', textTranscript(entries, head))
}
