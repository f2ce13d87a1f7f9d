import { htmlTranscript, textTranscript } from '../../transcript.ts'
import type { ChatState } from '../chat/chat.ts'
import { toTranscriptMessage, transcriptHead } from './transcript.ts'

/** Saves the conversation as a file on the citizen's device. */
export function downloadTranscript(
  format: 'html' | 'text',
  { entries, conversationId }: ChatState,
  office: string,
): void {
  const head = transcriptHead({ office, conversationId: conversationId ?? '', madeAt: new Date() })
  const messages = entries.map(toTranscriptMessage)
  if (format === 'html') save('zapis-rozmowy.html', 'text/html', htmlTranscript(head, messages))
  else save('zapis-rozmowy.txt', 'text/plain', textTranscript(head, messages))
}

function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
