import type { Dialog } from './dialog.ts'

/** "duplikat" alone may be of plates, a registration certificate or a licence: asks which, as an editor has noted. */
export const ambiguousWords: Dialog = ({ words, knowledge }) => {
  const topics = knowledge.ambiguous.get(words.join(' '))
  return topics && { kind: 'clarify', topics }
}
