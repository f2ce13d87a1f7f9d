import type { ChatState } from '../chat/chat.ts'
import { htmlTranscript, textTranscript } from './transcript.ts'

/** Saves the conversation as a file on the citizen's device. */
export function downloadTranscript(
  format: 'html' | 'text',
  { entries, conversationId }: ChatState,
  office: string,
): void {
  const head = { office, conversationId: conversationId ?? '', madeAt: new Date() }
  if (format === 'html') save('zapis-rozmowy.html', 'text/html', htmlTranscript(entries, head))
  else save('zapis-rozmowy.txt', 'text/plain', textTranscript(entries, head))
}

function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
