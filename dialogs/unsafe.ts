import type { Dialog } from './dialog.ts'
import { UNLAWFUL } from './unlawful.ts'
import { createListener } from './wording.ts'

const isUnlawful = createListener(UNLAWFUL)

/** Text of programs rather than of people: tags, queries, templates, paths, commands, and a machine's turn in a talk. */
const CODE: readonly RegExp[] = [
  /<\s?\/?\s?(?:script|iframe|img|svg|style|system|assistant|user)\b/i,
  /\b(?:drop table|insert into|union select|delete from)\b/i,
  /\bselect\b.{1,80}\bfrom\b/i,
  /\$\{|\{\{|\.\.\/|\brm -rf\b/,
  /(?:^|\s)(?:sudo|curl|wget|chmod) [\w./:-]/,
  /^\s*(?:system|assistant|asystent|user|użytkownik)\s?:/i,
]

/** What breaks the law, harms somebody or is meant for a machine's insides gets no help. */
export const unsafe: Dialog = ({ text, words }) =>
  isUnlawful(words) || CODE.some(each => each.test(text)) ? { kind: 'decline', reason: 'unsafe' } : undefined
